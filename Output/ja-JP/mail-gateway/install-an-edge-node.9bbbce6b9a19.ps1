# ノードをインストールする
# Install the node
#
# From ja-JP/mail-gateway/install-an-edge-node.md, line 43. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. セットアップ アカウントでサーバーにサインインします。
#    Sign in to the server with the setup account.

# 2. インストール メディアを挿入します。 次のいずれかの操作を行います。
#    Insert the installation medium. Do one of the following:
# (Do one of the next 2.)

# 2.- デスクトップのあるサーバーでは、Setup フォルダーを開き、Setup.exe をダブルクリックします。
#     On a server with a desktop, open the Setup folder and double-click Setup.exe.

# 2.- デスクトップのないサーバーでは、管理者特権のプロンプトを開き、次のコマンドを実行します。
#     On a server without a desktop, open an elevated prompt and run this command:
# (console, not run here:)
# setup.exe /quiet /role:edge /log:C:\Logs\setup.txt
# (In any case:)
# NOTE: インストールには最大 20 分かかり、サーバーが 1 回再起動されます。
#       The installation takes up to 20 minutes and restarts the server once.
# IMPORTANT: データベースの作成中は、サーバーの電源を切らないでください。 中断されたインストールは、手動で削除する必要があります。
#            Don't turn off the server while the database is being created. An interrupted installation has to be removed by hand.

# 3. 再起動後、ノードをハブに登録します。
#    After the restart, register the node with the hub:

# 3.1. ハブで Gateway Console を開き、[ノード] > [追加] の順に選択します。
#      On the hub, open Gateway Console and select Nodes > Add.

# 3.2. ノードの名前を入力し、登録キーをコピーします。
#      Type the name of the node, and then copy the registration key.
# [image] 登録キーが表示された [ノードの追加] ダイアログ ボックス media/add-node.png

# 3.3. ノードで次のコマンドレットを実行します。<HubName> はハブの名前です。
#      On the node, run the following cmdlet, where <HubName> is the name of your hub:
# (Replace: <HubName>)
$key = Read-Host -Prompt "Key"
Register-FmgNode -Hub "<HubName>" -Key $key

# 4. ノードの状態が [準備完了] に変わるまで待ちます。 これには数分かかる場合があります。
#    Wait until the status of the node changes to Ready. This can take a few minutes.
# [image] 1 つのノードの準備が完了している [ノード] ページ media/node-ready.png
# 状態が [保留中] のままの場合は、サーバーの時計を確認してください。
# If the status stays at Pending, check the clock of the server.
Get-FmgNode | Where-Object { $_.Status -ne "Ready" }

# 5. 次の各アドレスにテスト メッセージを送信します。
#    Send a test message to each of these addresses:

# 5.- 組織内のアドレス
#     An address inside your organization

# 5.- 組織外のアドレス
#     An address outside your organization
# TIP: 任意のプロバイダーの無料メールボックスで十分です。
#      A free mailbox at any provider will do.

# 6. [完了] を選択します。
#    Select Finish.
