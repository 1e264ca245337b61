# メッセージを消去する
# Purge the messages
#
# From faulty/mail-gateway/empty-targets.md, line 36. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. 
#    Open the Gateway Shell.

# 2. 次のコマンドを実行します。{your URL} はヘルプ ページのアドレスです。
#    Run the following command, where {your URL} is the address of your help page:
# (Replace: {your URL})
Clear-FmgQuarantine -OlderThan 30 -SupportUrl "{your URL}"

# 3. Get-FmgQuarantine を使用して、残っているメッセージの数を確認します。
#    Check the number of remaining messages with Get-FmgQuarantine.
