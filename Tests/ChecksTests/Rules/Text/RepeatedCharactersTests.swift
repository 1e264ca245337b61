import Testing

@testable import Checks

/// Repeated words in languages without blanks, and in Korean, which writes particles without one.
@Suite struct RepeatedCharactersTests {
    @Test(arguments: [
        ("ja-JP", "サーバー⟦をを⟧再起動します。"), ("ja-JP", "ファイル⟦のの⟧パスを入力します。"),
        ("ja-JP", "各フィールド⟦がが⟧価格です。"), ("ja-JP", "共⟦にに⟧新しいものです。"), ("ja-JP", "これ⟦はは⟧正しい。"),
        ("ja-JP", "サーバー⟦でで⟧開きます。"), ("ja-JP", "レポートにドリルダウン⟦するする⟧ことができます。"),
        ("ja-JP", "再起動⟦しますします⟧。"), ("ja-JP", "⟦設定を設定を⟧保存します。"),
        ("ja-JP", "⟦通話中に通話中に⟧開きます。"), ("ja-JP", "⟦サーバーサーバー⟧を開きます。"),
        ("ja-JP", "⟦サーバー サーバー⟧を開きます。"), ("ja-JP", "その⟦変数変数⟧に入れます。"),
        ("zh-CN", "⟦请请⟧重新启动。"), ("zh-TW", "⟦請請⟧重新啟動。"), ("zh-CN", "⟦在在⟧服务器上打开。"),
        ("zh-CN", "部分⟦的的⟧解码器"), ("zh-CN", "⟦可以可以⟧更改设置。"), ("zh-CN", "添加⟦了了⟧设置"),
        ("zh-CN", "重新启动⟦服务器服务器⟧。"), ("zh-CN", "保存⟦数据库数据库⟧，再打开"), ("zh-CN", "选择⟦目标目标⟧"),
        ("ko-KR", "⟦서버 서버를⟧ 다시 시작합니다."), ("ko-KR", "⟦파일을 을⟧ 엽니다."), ("ko-KR", "새 ⟦분석 분석을⟧ 표시합니다."),
    ])
    func noSentenceHas(locale: String, target: String) throws {
        let page = "«\(target)|Restart the old relay.»"
        try expect(DoubledWord.self, page, locale: locale, finds: ["repeated word"])
        #expect(try findings(of: DoubledWord.self, in: page, locale: locale).map(\.severity) == [.warning])
    }

    @Test(arguments: [
        ("ja-JP", "そのものの値と、開始できることとともに、2 つまでで終わる。"), ("ja-JP", "展開ははるかに簡単です。"),
        ("ja-JP", "なにに使うか、生姜のしょうががある。"), ("ja-JP", "するすると開く。"), ("ja-JP", "本当に本当に良い。"),
        ("ja-JP", "ワクワク、一歩一歩、毎日毎日、色々色々"), ("ja-JP", "ユーザー管理管理者です。"),
        ("ja-JP", "緊急サービス サービス プロバイダー"), ("ja-JP", "すべてのユーザーのユーザー名"), ("ja-JP", "サーバーサーバールーム"),
        ("zh-CN", "目的的，存在在，是否了了解，的的确确，不了了之"), ("zh-CN", "现在在服务器上，在在线服务中"),
        ("zh-CN", "在在线服务中"), ("zh-CN", "配置配置文件，一步一步，考虑考虑。"), ("zh-CN", "不同于场景中的对象的对象。"),
        ("zh-CN", "等等等等。"), ("ko-KR", "하나 하나를 봅니다."), ("ko-KR", "전문 전문가를 찾습니다."),
        ("ko-KR", "상태 상태창을 엽니다."), ("ko-KR", "고객이 이 작업을 합니다."),
    ])
    func correctSentencesHave(locale: String, target: String) throws {
        try expect(DoubledWord.self, "«\(target)|Restart the old relay.»", locale: locale)
    }

    @Test func theSourceHasTheWordTwice() throws {
        for (locale, source, target) in [
            ("ja-JP", "a client-client stream", "クライアント クライアント ストリーム"),
            ("zh-CN", "Supports app to app launching.", "支持启动应用启动应用。"),
            ("ko-KR", "the status of MPA signed status", "서명 상태 상태를 표시"),
        ] {
            let found = try findings(of: DoubledWord.self, in: "«\(target)|\(source)»", locale: locale)
            #expect(found.map(\.severity) == [.note])
        }
        try expect(DoubledWord.self, "«**設定** 設定、サーバー**サーバー**|**Settings** of it»", locale: "ja-JP")
    }
}
