import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The folders in which the running program may have its own files.
enum ProgramFolder {
    /// The folder of the program's file; in a test run on macOS also the folder of the test bundle.
    static var all: [FilePath] {
        #if canImport(Darwin)
            [folderOfProgram, folderOfTestBundle].compactMap { $0 }
        #else
            [folderOfProgram].compactMap { $0 }
        #endif
    }

    #if canImport(Darwin)
        /// The folder of the program's file, with symbolic links resolved.
        private static var folderOfProgram: FilePath? {
            var size: UInt32 = 0
            _ = _NSGetExecutablePath(nil, &size)
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0, let real = realpath(buffer, nil) else { return nil }
            defer { free(real) }
            return FilePath(platformString: real).removingLastComponent()
        }

        /// The folder of the `.xctest` bundle that holds this code. The program that runs it belongs to Xcode.
        private static var folderOfTestBundle: FilePath? {
            var image = Dl_info()
            guard dladdr(#dsohandle, &image) != 0, let name = image.dli_fname else { return nil }
            var path = FilePath(platformString: name)
            while let component = path.lastComponent {
                path.removeLastComponent()
                if component.extension == "xctest" { return path }
            }
            return nil
        }
    #else
        /// The folder of the program's file, with symbolic links resolved.
        ///
        /// The link is read and not followed: it still names the folder when the file was replaced while the program runs.
        private static var folderOfProgram: FilePath? {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return nil }
            return FilePath(platformString: buffer).removingLastComponent()
        }
    #endif
}
