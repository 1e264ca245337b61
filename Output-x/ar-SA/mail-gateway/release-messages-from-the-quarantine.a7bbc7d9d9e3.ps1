# تحرير رسالة
# Release a message
#
# From ar-SA/mail-gateway/release-messages-from-the-quarantine.md, line 43. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. افتح وحدة التحكم ثم حدد العزل.
#    Open Console, and then select Quarantine.

# 2. ابحث عن الرسالة باستخدام عنوان المرسل.
#    Search for the message by the address of the sender.
# NOTE: لا يميز البحث بين الأحرف الكبيرة والصغيرة.
#       The search does not distinguish between uppercase and lowercase letters.

# 3. حدد الرسالة ثم حدد تحرير.
#    Select the message, and then select Release.

# 4. لتحرير جميع رسائل المرسل دفعة واحدة، شغّل الأمر التالي:
#    To release all messages of the sender at once, run the following command:
# (Replace: <Address>)
Get-FmgQuarantine -Sender "<Address>" | Unlock-FmgMessage

# 5. أبلغ المستلم بأن الرسالة في طريقها إليه.
#    Tell the recipient that the message is on its way.
