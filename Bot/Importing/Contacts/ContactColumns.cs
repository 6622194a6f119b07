using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Importing.Spreadsheets;

namespace PlanBot.Importing.Contacts;

/// <summary>What a column of the list holds.</summary>
internal enum ContactField
{
    Unit = 1,
    Name,
    Duty,
    Phone,
    Mobile,

    /// <summary>联系电话: mobile or office, the number tells.</summary>
    AnyPhone,
    Email,
    TeamsAccount,
    StaffId,
    Role,
    From,
    Until,
}

/// <param name="Group">Null where the row's own role column, or nothing, says what the person is; else what the heading says: A角, 备用联络员, 分管领导.</param>
internal sealed record ContactColumn(int Index, ContactField Field, ContactKind? Group);

/// <summary>Finds the heading of a list, wherever it stands, and what its columns hold by the many names that offices use.</summary>
internal static partial class ContactColumns
{
    private static readonly Dictionary<string, ContactField> Words = new[]
    {
        (ContactField.Unit, "单位 单位名称 责任单位 部门 部门名称 部门单位 单位部门 所在单位 所属单位 工作单位 报送单位 成员单位 牵头单位 机构 机构名称 unit unitname organization organisation department office"),
        (ContactField.Name, "姓名 名字 人员 人员姓名 联系人 联系人姓名 经办人 对接人 接口人 name fullname person contactperson"),
        (ContactField.Duty, "职务 职务职级 职级 职位 岗位 职称 duty title position jobtitle post"),
        (ContactField.Phone, "办公电话 办公室电话 单位电话 座机 座机号 固定电话 固话 officephone officetel landline workphone"),
        (ContactField.Mobile, "手机 手机号 手机号码 移动电话 mobile mobilephone mobilenumber cell cellphone"),
        (ContactField.AnyPhone, "电话 电话号码 联系电话 联系方式 phone phonenumber telephone tel contactnumber"),
        (ContactField.Email, "邮箱 电子邮箱 电子邮件 邮件 邮箱地址 email emailaddress mail"),
        (ContactField.TeamsAccount, "teams teams账号 teams帐号 teamsupn teamsid teamsaccount upn 微软账号 userprincipalname entraid entraobjectid aadobjectid objectid teamsupnentraid teams账号upn teams账号upn或entraid"),
        (ContactField.StaffId, "钉钉 钉钉id 钉钉号 钉钉账号 钉钉帐号 钉钉userid 钉钉用户id userid dingtalk dingtalkid dingtalkuserid staffid 钉钉iduserid"),
        (ContactField.Role, "类型 角色 类别 身份 人员类型 人员类别 联络员类型 role type kind"),
        (ContactField.From, "启用日期 任职日期 起始日期 生效日期 自 from startdate start"),
        (ContactField.Until, "停用日期 离任日期 终止日期 截止日期 until enddate end"),
    }.SelectMany(entry => entry.Item2.Split(' ').Select(word => (word, entry.Item1))).ToDictionary(entry => entry.word, entry => entry.Item2);

    /// <returns>The columns and the index of the last row of the heading; null when the sheet has none.</returns>
    public static (IReadOnlyList<ContactColumn> Columns, int LastRow)? Find(Sheet sheet)
    {
        for (var index = 0; index < sheet.Rows.Count; index++)
        {
            var one = Read(sheet.Rows[index].Cells);
            // Two lines of heading: A角 over 姓名 and 电话.
            if (index + 1 < sheet.Rows.Count && IsSecondLine(sheet.Rows[index + 1]) && Read(Joined(sheet.Rows[index], sheet.Rows[index + 1])) is var two && IsHeading(two) && two.Count >= one.Count)
                return (two, index + 1);
            if (IsHeading(one))
                return (one, index);
        }
        return null;
    }

    private static bool IsHeading(List<ContactColumn> columns) =>
        columns.Exists(column => column.Field == ContactField.Name) && columns.Select(column => column.Field).Distinct().Count() >= 2;

    private static bool IsSecondLine(SheetRow row) => row.Cells.Where(cell => cell.Length > 0).ToList() is { Count: > 0 } cells && cells.TrueForAll(cell => FieldOf(cell) is not null);

    private static List<string> Joined(SheetRow first, SheetRow second) =>
        [.. Enumerable.Range(0, Math.Max(first.Cells.Count, second.Cells.Count)).Select(column => first[column] == second[column] ? first[column] : first[column] + second[column])];

    private static List<ContactColumn> Read(IReadOnlyList<string> heading)
    {
        var columns = new List<ContactColumn>();
        ContactKind? group = null;
        for (var index = 0; index < heading.Count; index++)
        {
            if (FieldOf(heading[index]) is not var (field, said))
                continue;
            // 电话 behind B角 is the B角's; the unit, and what a row says of itself, are nobody's in particular.
            group = field == ContactField.Name ? said : said ?? group;
            columns.Add(new(index, field, field is ContactField.Unit or ContactField.Role ? null : group));
        }
        // 单位 and 部门 side by side: the unit is the first of them, the other a part of it.
        var unit = columns.Find(column => column.Field == ContactField.Unit && heading[column.Index].Contains("单位", StringComparison.Ordinal)) ?? columns.Find(column => column.Field == ContactField.Unit);
        columns.RemoveAll(column => column.Field == ContactField.Unit && column != unit);
        return columns;
    }

    private static (ContactField Field, ContactKind? Group)? FieldOf(string heading)
    {
        var word = Noise().Replace(string.Concat(heading.Select(NormalCharacters.Of)), "").ToLowerInvariant();
        if (word.Length is 0 or > 30)
            return null;
        if (Words.TryGetValue(word, out var plain))
            return (plain, null);
        var group = Backup().IsMatch(word) ? ContactKind.Backup : Leader().IsMatch(word) ? ContactKind.UnitLeader : Primary().IsMatch(word) ? ContactKind.Primary : (ContactKind?)null;
        if (group is null)
            return null;
        var rest = GroupWords().Replace(word, "");
        return rest.Length == 0 ? (ContactField.Name, group) : Words.TryGetValue(rest, out var field) ? (field, group) : null;
    }

    [GeneratedRegex(@"[\s\p{P}\p{S}]|必填|选填|可不填")]
    private static partial Regex Noise();

    [GeneratedRegex("b[角岗]|备用|备份|候补|副联络员|backup|deputy")]
    private static partial Regex Backup();

    [GeneratedRegex("领导|负责人|负责同志|leader")]
    private static partial Regex Leader();

    [GeneratedRegex("a[角岗]|联络员|联系人|经办人|primary|contact")]
    private static partial Regex Primary();

    [GeneratedRegex("[ab][角岗]|备用|备份|候补|副?联络员|联系人|经办人|主要|第一|分管|主管|领导|负责人|负责同志|单位(?=领导|负责)|primary|backup|deputy|unitleader|leader|contact|person(?=name)")]
    private static partial Regex GroupWords();
}
