# ハブをアップグレードする
# Upgrade the hub
#
# From ja-JP/mail-gateway/upgrade-the-hub-to-mail-gateway-2016.md, line 41. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. ハブにサインインし、すべてのウィンドウを閉じます。
#    Sign in to the hub and close all windows.

# 2. 次のコマンドを実行し、構成をエクスポートします。
#    Run the following command to export the configuration.
Export-FmgConfiguration -Path "C:\Backup\hub.zip"
# NOTE: ファイルには秘密キーが含まれません。証明書は別に保存してください。
#       The file does not contain private keys. Save the certificates separately.

# 3. Setup.exe を実行し、［アップグレード］ を選択します。 画面の指示に従ってください。
#    Run Setup.exe and select Upgrade. Follow the instructions on the screen.

# 4. バージョン番号が「16.0」で始まることを確認します。
#    Verify that the version number begins with "16.0".
