namespace PlanBot.Texts;

/// <summary>What only DingTalk's people read.</summary>
public static class DingTalkTexts
{
    /// <summary>To somebody from another organisation, whom the channel cannot tell from others.</summary>
    public static string Outsider(Language language) => language.In(
        "您好，这里只能为本组织通讯录里的同事服务，暂时认不出您的账号。请用本单位的钉钉账号联系，或请牵头部门管理员给您一个网页登录链接。",
        "Hello. I can serve only people of this organisation's DingTalk contacts and cannot tell who you are. Please write from your account there, or ask the coordinator for a link to the web page.");

    /// <summary>To a video, a shared card and the like.</summary>
    public static string NotSupported(Language language) => language.In(
        "这种消息我还看不懂。请直接打字，或发送语音、图片、Word 或 Excel 文件；输入“帮助”可查看我能做什么。",
        "I cannot read this kind of message. Please type, or send a voice message, a picture, or a Word or Excel file; \"help\" shows what I can do.");

    /// <summary>A file could not be had from DingTalk, or is too big.</summary>
    public static string FileNotFetched(Language language) => language.In(
        "文件没有收到：可能太大，或已经过期。请换一个小一些的文件再发一次。",
        "The file did not arrive: it may be too big, or has expired. Please send it once more, smaller if possible.");

    /// <summary>A line that makes a message another one than before: DingTalk drops what a person has had on the same day.</summary>
    public static string Again(int times, TimeOnly at, Language language) => language.In(
        $"（今天第{Numerals.Chinese(times)}次发送，{at:HH\\:mm}）", $"(sent for the {times}{Ordinal(times)} time today, {at:HH\\:mm})");

    /// <summary>On a card whose button was pressed.</summary>
    public static string Pressed(string button, Language language) => language.In($"已选择：{button}", $"Chosen: {button}");

    /// <summary>A card that is too old, or never was ours.</summary>
    public static string CardOver(Language language) => language.In("这张卡片已经失效，请看最新的消息。", "This card is out of date; please use the latest message.");

    /// <summary>Where a file is that DingTalk cannot carry.</summary>
    public static string FileAt(string name, string address) => $"{name}：{address}";

    private static string Ordinal(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
