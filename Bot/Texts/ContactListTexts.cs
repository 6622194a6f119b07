using System.Globalization;

namespace PlanBot.Texts;

/// <summary>What is wrong with a row of a list of contacts, or worth a look.</summary>
public enum ContactIssue
{
    NoHeader = 1,
    NoPeople,

    NameMissing,
    NameBad,
    UnitMissing,
    UnitUnknown,
    UnitAmbiguous,
    RoleUnknown,
    MobileBad,
    EmailBad,
    AccountBad,
    DateBad,
    DatesReversed,
    TooLong,

    /// <summary>Two rows give one number or account to two names.</summary>
    SharedByTwo,

    /// <summary>The number or account is known as somebody else's, or two of them point at two people.</summary>
    KnownAsOther,
    PointsAtTwo,

    // Only worth a look.
    UnitCarriedDown,
    UnitWithoutPerson,
}

/// <summary>What the contacts command prints. The terminal does not tell whose it is: every line is in both languages.</summary>
public static class ContactListTexts
{
    public static string CannotRead(string file) => $"{file}：读不到这个文件，请检查路径和权限。 This file cannot be read; check its path and permissions.";

    public static string CannotWrite(string file) => $"{file}：写不了这个文件，请检查路径和权限，或换一个文件名。 This file cannot be written; check its path and permissions, or choose another name.";

    public static string TooLarge(string file, int bytes) =>
        $"{file}：文件超过 {bytes / 1024 / 1024} MB，请拆分或去掉图片后再导入。 The file is larger than {bytes / 1024 / 1024} MB; split it, or take pictures out.";

    public static string TooManyRows(string file, int rows) => $"{file}：超过 {rows} 行，请拆分后再导入。 More than {rows} rows; split the file.";

    public static string OldOrLocked(string file) =>
        $"{file}：这是旧版 Excel（.xls）或加密的文件，请另存为不加密的 .xlsx 或 .csv 再导入。 An old Excel file (.xls) or one with a password; save it as .xlsx or .csv without a password.";

    public static string NoTable(string file) => $"{file}：不是表格文件，请用 .xlsx 或 .csv；可先用 planbot contacts template -o 通讯录.xlsx 生成模板。 Not a table; use .xlsx or .csv, or begin with planbot contacts template -o contacts.xlsx.";

    public static string Damaged(string file) => $"{file}：表格文件已损坏，请用 Excel 或 WPS 打开后另存再导入。 The table is damaged; open it in Excel or WPS and save it anew.";

    public static string Empty(string file) => $"{file}：表格是空的，没有导入任何内容。 The table is empty; nothing was imported.";

    public static string TemplateEnding(string file) => $"{file}：模板文件名请以 .xlsx 或 .csv 结尾。 Let the template's name end in .xlsx or .csv.";

    public static string TemplateWritten(string file, int units) => $"已写好模板 {file}，列出 {units} 个单位。 Written to {file}, with {units} units.";

    public static string Problem(string file, string? sheet, string place, string message) => $"{file}{(sheet is null ? "" : $"［{sheet}］")}:{place}：{message}";

    /// <param name="subject">What stands in the cell, or who is meant.</param>
    /// <param name="likely">Names that may be meant; may be empty.</param>
    public static string Of(ContactIssue issue, string subject, IReadOnlyList<string> likely)
    {
        var (zh, en) = (string.Join("、", likely), string.Join(", ", likely));
        return issue switch
        {
            ContactIssue.NoHeader => "没有找到表头，第一行需有“单位”“姓名”等列名；可用 planbot contacts template 生成模板。 No header row was found; name the columns 单位, 姓名 and so on, or begin with planbot contacts template.",
            ContactIssue.NoPeople => "表里没有人员，没有导入任何内容。 Nobody is listed; nothing was imported.",
            ContactIssue.NameMissing => "缺姓名，请补上，或清空这一行。 The name is missing; fill it in or clear the row.",
            ContactIssue.NameBad => $"姓名“{subject}”应是一个人的名字（最多50字）；多人请分行填写。 \"{subject}\" should be one person's name (at most 50 characters); give each person a row.",
            ContactIssue.UnitMissing => "缺单位，请填写任务分工中的单位名称。 The unit is missing; write its name as the plan has it.",
            ContactIssue.UnitUnknown when likely.Count == 0 => $"任务分工中没有单位“{subject}”，请改用通知里的名称。 No plan has a unit \"{subject}\"; use the notice's name.",
            ContactIssue.UnitUnknown => $"任务分工中没有单位“{subject}”，是否为：{zh}？请改用其中的名称。 No plan has a unit \"{subject}\"; perhaps {en}? Use that name.",
            ContactIssue.UnitAmbiguous => $"“{subject}”可能指{zh}，请写全称。 \"{subject}\" may be {en}; write the full name.",
            ContactIssue.RoleUnknown => $"不认识类型“{subject}”，请填：联络员、备用、分管领导、管理员或领导。 The role \"{subject}\" is unknown; use 联络员/primary, 备用/backup, 分管领导/unit leader, 管理员/coordinator or 领导/leader.",
            ContactIssue.MobileBad => $"手机号“{subject}”应为11位数字（境外号码以+开头）；如显示为1.36E+10，请把该列设为文本后重填。 \"{subject}\" is no mobile number of 11 digits (or + and a country code); where it shows as 1.36E+10, format the column as text and enter it again.",
            ContactIssue.EmailBad => $"邮箱“{subject}”不完整，请核对。 The mail address \"{subject}\" is incomplete; check it.",
            ContactIssue.AccountBad => $"账号“{subject}”不对：Teams 账号形如 zhang@example.gov.cn，钉钉 userid 中间没有空格。 The account \"{subject}\" is wrong: a Teams account looks like zhang@example.gov.cn, a DingTalk userid has no spaces.",
            ContactIssue.DateBad => $"日期“{subject}”请写成 2020-07-01 这样。 Write the date \"{subject}\" as 2020-07-01.",
            ContactIssue.DatesReversed => "停用日期早于启用日期，请核对。 The last day is before the first; check both.",
            ContactIssue.TooLong => $"“{Shorten(subject)}”太长，最多200字。 \"{Shorten(subject)}\" is too long; at most 200 characters.",
            ContactIssue.SharedByTwo => $"“{subject}”在表里给了两个人：{zh}；号码和账号每人一个，请核对。 \"{subject}\" is given to two people: {en}; each has their own, check both.",
            ContactIssue.KnownAsOther => $"“{subject}”已登记为{zh}；若是同一人改名，请在同一行写上其已登记的另一号码或账号；若已换人使用，请先清空这一格。 \"{subject}\" is known as {en}'s; if it is the same person renamed, give another of their known numbers or accounts in this row; if it has passed to somebody else, clear this cell for now.",
            ContactIssue.PointsAtTwo => $"这一行的号码和账号分属两个人：{zh}，请核对。 The numbers and accounts of this row belong to two people: {en}; check them.",
            ContactIssue.UnitCarriedDown => $"单位空白，按上一行作“{subject}”。 The unit is blank; taken as \"{subject}\" from the row above.",
            ContactIssue.UnitWithoutPerson => $"{subject}没有填写人员。 Nobody is given for {subject}.",
            _ => throw new ArgumentOutOfRangeException(nameof(issue), issue, null),
        };
    }

    public static string Errors(int count) => string.Create(
        CultureInfo.InvariantCulture, $"共{count}处问题，没有导入任何内容；请改正后重新导入。 {count} problems; nothing was imported. Mend them and import again.");

    private static string Shorten(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
