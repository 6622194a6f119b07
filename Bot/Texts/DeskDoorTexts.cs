namespace PlanBot.Texts;

/// <summary>The way in to the dashboard, in chat and at its door.</summary>
public static class DeskDoorTexts
{
    public static Reply Link(string link, int minutes, Language language) => new(language.In(
        $"看板链接（只供您本人使用，{minutes}分钟内有效，只能用一次）：\n{link}", $"Your link to the dashboard (for you alone, valid for {minutes} minutes, once):\n{link}"))
    {
        Buttons = [new(language.In("打开看板", "Open dashboard"), language.In("看板", "Dashboard")) { Opens = link }],
    };

    public static string InPrivateOnly(Language language) => language.In(
        "看板链接只能发给您本人。请在与我的单聊里发“看板”。", "The link to the dashboard is for you alone. Please ask for it in our private chat: \"dashboard\".");

    public static string SignIn(Language language) => language.In("登录看板", "Sign in to the dashboard");
    public static string SignInNow(Language language) => language.In("登录", "Sign in");
    public static string SignInNote(Language language) => language.In("这个链接只属于您本人，只能使用一次。点击下面的按钮，即可在这台设备上登录。", "This link is yours alone and works once. Press the button to sign in on this device.");

    public static string LinkUsed(Language language) => language.In("这个链接已经失效", "This link no longer works");
    public static string LinkUsedNote(Language language) => language.In(
        "链接只能用一次，而且十五分钟后失效。请在聊天里再发一次“看板”，用新的链接登录。", "A link works once and for fifteen minutes. Say \"dashboard\" in the chat again for a new one.");

    public static string Closed(Language language) => language.In("请先登录", "Please sign in");
    public static string ClosedNote(Language language) => language.In(
        "您还没有登录，或登录已经到期。请在聊天里（网页、Teams 或钉钉）发“看板”，用收到的链接登录；没有提交的内容请先复制保存。",
        "You are not signed in, or your session has expired. Say \"dashboard\" in the chat (web page, Teams or DingTalk) and sign in with the link; copy what you have not submitted yet.");

    public static string ByAccount(Language language) => language.In("用单位账号登录", "Sign in with your work account");
    public static string AccountUnknown(Language language) => language.In("没有登录成功", "You were not signed in");
    public static string AccountUnknownNote(Language language) => language.In(
        "登录中断，或这个账号不在联络员名单里。请再试一次；仍不行时，在聊天里发“看板”用链接登录，或请牵头部门把您的账号登记到名单。",
        "Signing in was broken off, or the contact list does not have this account. Try again; if that does not help, say \"dashboard\" in the chat for a link, or ask the coordinating office to add your account to the list.");

    public static string SignedOut(Language language) => language.In("已退出看板", "You have signed out");
    public static string SignedOutNote(Language language) => language.In("再次使用时，请在聊天里发“看板”。", "To come back, say \"dashboard\" in the chat.");

    public static string ToChat(Language language) => language.In("打开聊天", "Open the chat");
    public static string ByTeams(Language language) => language.In("正在打开看板", "Opening the dashboard");
    public static string ByTeamsNote(Language language) => language.In("正在用您的 Teams 账号登录……", "Signing you in by your Teams account…");

    /// <summary>No answer, or a refusal, from Teams.</summary>
    public static string TeamsSilent(Language language) => language.In(
        "没能从 Teams 得到您的账号。请在 Teams 里重新打开这个标签页；仍不行时，在聊天里发“看板”用链接登录。",
        "Teams did not say whose account this is. Open the tab in Teams again; if that does not help, say \"dashboard\" in the chat for a link.");

    public static string TeamsUnknownNote(Language language) => language.In(
        "联络员名单里没有您的 Teams 账号，或这次登录已经过期。请再试一次；仍不行时，在聊天里发“看板”用链接登录，或请牵头部门把您的账号登记到名单。",
        "The contact list does not have your Teams account, or this sign-in has expired. Try again; if that does not help, say \"dashboard\" in the chat for a link, or ask the coordinating office to add your account to the list.");

    public static string TryAgain(Language language) => language.In("再试一次", "Try again");
    public static string ToDashboard(Language language) => language.In("回到看板", "Back to the dashboard");

    public static string NotHere(Language language) => language.In("没有这一页", "There is no such page");
    public static string NotHereNote(Language language) => language.In("地址可能写错了，或这项内容不在您的查看范围内。", "The address may be wrong, or this is outside what you may see.");

    public static string NotAllowed(Language language) => language.In("这项操作没有执行", "This was not done");
    public static string NotAllowedNote(bool isLeader, Language language) => isLeader
        ? language.In("您的权限是只读查看，这项操作请交由牵头部门管理员办理。", "Your access is read only. Please ask a coordinator to do this.")
        : language.In("这项操作由牵头部门管理员办理，请与其联系。", "This is done by the coordinating office. Please contact them.");

    public static string FormExpired(Language language) => language.In("页面已过期，没有保存", "The page has expired; nothing was saved");
    public static string FormExpiredNote(Language language) => language.In(
        "为了安全，这次提交没有被接受。请返回上一页（填写的内容还在），刷新后再提交。", "For safety this was not accepted. Go back (what you typed is still there), refresh the page and submit again.");

    public static string Unavailable(Language language) => language.In("数据库暂时连不上", "The database cannot be reached at the moment");
    public static string UnavailableNote(Language language) => language.In("没有任何改动。请稍候一分钟再试；一直如此请联系系统管理员。", "Nothing was changed. Please try again in a minute; if it stays like this, tell the administrator.");

    public static string Broken(Language language) => language.In("页面出错了", "Something went wrong");
    public static string BrokenNote(Language language) => language.In("没有任何改动，错误已记入日志。请重试；一直如此请联系系统管理员。", "Nothing was changed, and the error was logged. Please try again; if it stays like this, tell the administrator.");

    public static string NoSummary(Language language) => language.In("汇总没有写出来", "The summary could not be written");

    public static string TooLarge(Language language) => language.In("文件太大", "The file is too large");
    public static string TooLargeNote(long megabytes, Language language) => language.In(
        $"最大 {megabytes} MB，什么都没有保存。请去掉图片和无关附件后再上传，或在服务器上用命令 planbot import 导入。", $"The limit is {megabytes} MB; nothing was stored. Leave out pictures and unrelated attachments, or use \"planbot import\" on the server.");
}
