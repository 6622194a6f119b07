using System.Globalization;

namespace PlanBot.Texts;

/// <summary>What <c>coordinator add</c> prints around the link, and <c>contacts invite</c> writes for each person.</summary>
public static class InvitationTexts
{
    public const string NoName = "请写上姓名，如 planbot coordinator add 王芳。 Give a name, e.g. planbot coordinator add 王芳.";

    public static string LongName(int most) => $"姓名最多 {most} 个字。 A name has at most {most} characters.";

    public static string Added(string name, int hours) =>
        $"已添加牵头部门管理员{name}。请把下面的链接只交给本人，{hours} 小时内有效，只能用一次。 {name} is a coordinator now. Give them this link; it works once, within {hours} hours:";

    /// <summary>Headings of the list of invitations.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["单位", "姓名", "身份", "电话", "绑定码", "登录链接", "有效期至", "可直接转发的话"];

    /// <summary>Headings of the list of those out of reach.</summary>
    public static IReadOnlyList<string> UnreachedColumns { get; } = ["单位", "姓名", "电话", "联系不上的原因", "登录链接", "有效期至", "可直接转发的话"];

    public const string NoFile = "请用 -o 写明要写的 .csv 文件，如 -o invitations.csv；加 --all-unreached 可不写文件。 Name the .csv file to write with -o; with --all-unreached the texts are printed without one.";

    public const string NobodyUnreached = "还有事项未报的联络员都联系得上，没有要转发的话。 Everybody with something open can be reached; nothing to pass on.";

    public static string UnreachedPrinted(int people, int days) =>
        $"以上 {people} 人，链接各用一次，{days} 天内有效，请只转给本人。 {people} people; each link works once within {days} days and is for its person alone.";

    public const string NobodyToInvite = "所有联络员都已绑定，没有要邀请的人。 Every contact is known already; nobody to invite.";

    public static string FileEnding(string file) => $"{file}：邀请名单是 .csv 文件，请换一个文件名。 Invitations are written as .csv; let the name end so.";

    public static string Invited(int people, string file, int days) =>
        $"已给 {people} 人生成邀请，写在 {file}，{days} 天内有效，每个只能用一次。请只交给本人，发完后删除文件。 {people} invitations are in {file}, each good once within {days} days. Give each to its person alone and delete the file afterwards.";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Goes out by SMS or WeChat, in the language of the office.</summary>
    public static string Message(string name, string code, string link, DateOnly until) =>
        $"{name}，您好！请打开下面的链接，报送任务进展；也可以在聊天中对“行动计划提醒助手”说“绑定 {code}”。{Day(until)}前有效，只能用一次，请勿转发。{link}";
}
