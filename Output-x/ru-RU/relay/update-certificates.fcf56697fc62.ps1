# Чтобы обновить сертификаты
# To update the certificates
#
# From ru-RU/relay/update-certificates.md, line 32. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Откройте оболочку.
#    Open the shell.

# 2. Выполните команду:
#    Run the command:
# (Replace: <Thumbprint>)
Update-FabCertificate -Thumbprint <Thumbprint>

# 3. Перезапустите реле.
#    Restart the relay.
# WARNING: Текущие вызовы будут прерваны.
#          Running calls will be cut.
