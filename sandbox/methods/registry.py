"""Every method by its name, in lower case: Telegram does not mind the case."""

from collections.abc import Awaitable, Callable

from sandbox.methods import changing, chats, rich, sending, telling, topics
from sandbox.methods.call import Call

Method = Callable[[Call], object | Awaitable[object]]

_BY_NAME: dict[str, Method] = {
    "getMe": telling.get_me,
    "getUpdates": telling.get_updates,
    "setWebhook": telling.set_webhook,
    "deleteWebhook": telling.delete_webhook,
    "getWebhookInfo": telling.get_webhook_info,
    "logOut": telling.always_true,
    "close": telling.always_true,
    "sendMessage": sending.send_message,
    "sendRichMessage": rich.send_rich_message,
    "sendMessageDraft": sending.send_message_draft,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVoice": sending.send_voice,
    "sendAudio": sending.send_audio,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "forwardMessage": sending.forward_message,
    "copyMessage": sending.copy_message,
    "editMessageText": changing.edit_message_text,
    "editMessageCaption": changing.edit_message_caption,
    "editMessageReplyMarkup": changing.edit_message_reply_markup,
    "editMessageMedia": changing.edit_message_media,
    "deleteMessage": changing.delete_message,
    "deleteMessages": changing.delete_messages,
    "pinChatMessage": changing.pin_chat_message,
    "unpinChatMessage": changing.unpin_chat_message,
    "unpinAllChatMessages": changing.unpin_all_chat_messages,
    "setMessageReaction": changing.set_message_reaction,
    "answerCallbackQuery": changing.answer_callback_query,
    "setMyCommands": telling.set_my_commands,
    "getMyCommands": telling.get_my_commands,
    "deleteMyCommands": telling.delete_my_commands,
    "setChatMenuButton": telling.set_chat_menu_button,
    "getChatMenuButton": telling.get_chat_menu_button,
    "setMyName": telling.set_my_name,
    "getMyName": telling.get_my_name,
    "setMyDescription": telling.set_my_description,
    "getMyDescription": telling.get_my_description,
    "setMyShortDescription": telling.set_my_short_description,
    "getMyShortDescription": telling.get_my_short_description,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
    "createForumTopic": topics.create_forum_topic,
    "editForumTopic": topics.edit_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "getFile": telling.get_file,
}

METHODS: dict[str, Method] = {name.lower(): method for name, method in _BY_NAME.items()}
"""Lower-case name to method; a new one is a function and a line here."""
