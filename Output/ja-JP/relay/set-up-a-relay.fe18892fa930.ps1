# リレーを設定する
# Set up the relay
#
# From ja-JP/relay/set-up-a-relay.md, line 39. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. プールの最初のサーバーにサインインします。
#    Sign in to the first server of the pool.

# 2. 次のいずれかの操作を行います。
#    Do one of the following:
# (Do one of the next 2. The code of number 2 is to run, because number 1 has none. All other code is a comment.)

# 2.- ウィザードを使用するには、[スタート] > [リレーのセットアップ] の順に選択します。
#     To use the wizard, select Start > Relay Setup.

# 2.- シェルを使用するには、次のコマンドを入力します。
#     To use the shell, type the following command:
# (Replace: <RelayName>)
New-FabRelay -Identity <RelayName> -Pool "pool01.contoso.com" -Port 5071
# (In any case:)
# NOTE: ウィザードでは再起動が必要ですが、シェルでは必要ありません。
#       The wizard asks for a restart; the shell does not.
# IMPORTANT: セットアップが完了するまで、ウィンドウを閉じないでください。
#            Do not close the window until the setup is complete.
# [image] セットアップ ウィンドウ media/relay-setup.png

# 3. リレーの状態を確認します。
#    Check the state of the relay:
# (Replace: <RelayName>)
Get-FabRelay -Identity <RelayName> | Format-List Name, State
#
# Name  : Branch01
# State : Running

# 4. [完了] を選択します。
#    Select Finish.
