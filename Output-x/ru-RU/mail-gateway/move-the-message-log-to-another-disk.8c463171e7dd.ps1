# Чтобы перенести журнал
# To move the log
#
# From ru-RU/mail-gateway/move-the-message-log-to-another-disk.md, line 44. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Остановите службу журнала:
#    Stop the log service:
Stop-Service -Name FmgLog

# 2. Скопируйте папку журнала на новый диск.
#    Copy the log folder to the new disk.
# WARNING: Не перемещайте папку: если копирование прервётся, исходные файлы понадобятся.
#          Do not move the folder: if copying is interrupted, you will need the original files.

# 3. Укажите новый путь:
#    Set the new path:
Set-FmgLog -Path E:\Logs
Start-Service -Name FmgLog

# 4. Откройте Журнал и убедитесь, что последние записи отображаются.
#    Open Log and make sure that the latest entries are shown.
# a. Выберите период «Последний час».
# a. Select the period "Last hour".
# b. Нажмите кнопку Обновить.
# b. Click Refresh.

# 5. Удалите старую папку.
#    Delete the old folder.
