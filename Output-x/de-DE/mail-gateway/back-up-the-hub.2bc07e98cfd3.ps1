# Sichern des Hubs
# Back up the hub
#
# From de-DE/mail-gateway/back-up-the-hub.md, line 35. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Öffnen Sie die Gateway Shell als Administrator.
#    Open the Gateway Shell as an administrator.

# 2. Führen Sie den folgenden Befehl aus:
#    Run the following command:
# (Replace: <ServerName>)
Backup-FmgHub -Path "\\<ServerName>\Backup" `
    -IncludeRules

# 3. Prüfen Sie die Größe der Datei. Eine leere Sicherung ist etwa 4 KB groß.
#    Check the size of the file. An empty backup is about 4 KB in size.

# 3.- Ist die Datei zu klein, wiederholen Sie die Sicherung.
#     If the file is too small, repeat the backup.
