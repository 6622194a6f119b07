using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing.Contacts;

/// <summary>What the cells of a list may hold, and the form in which it is kept. Null where the cell holds no such thing.</summary>
internal static partial class ContactCells
{
    public const int LongestName = 50;
    public const int LongestText = 200;

    /// <summary>张　敏 is 张敏; a name in Latin letters keeps its single spaces.</summary>
    public static string? Name(string cell)
    {
        var name = Spaces().Replace(string.Concat(cell.Select(NormalCharacters.Of)), " ").Trim();
        if (!name.Any(char.IsAsciiLetter))
            name = name.Replace(" ", "", StringComparison.Ordinal);
        return name.Length is 0 or > LongestName || SeveralOrNone().IsMatch(name) || !name.Any(char.IsLetter) ? null : name;
    }

    /// <summary>Digits only, without the country code of China; other countries' with a plus.</summary>
    public static string? Mobile(string cell)
    {
        var number = NumberNoise().Replace(string.Concat(cell.Select(NormalCharacters.Of)), "");
        number = ChinaCode().Replace(number, "");
        return ChinaMobile().IsMatch(number) || ForeignMobile().IsMatch(number) ? number : null;
    }

    /// <summary>A Chinese mobile number among other words.</summary>
    public static string? MobileIn(string text) => NumberInText().Match(string.Concat(text.Select(NormalCharacters.Of))) is { Success: true } match ? Mobile(match.Value) : null;

    public static bool IsMail(string cell) => Mail().IsMatch(cell);

    /// <summary>A UPN or an Entra object id; both compare in lower case.</summary>
    public static string? TeamsAccount(string cell) => IsMail(cell) || Guid.TryParse(cell, out _) ? cell.Trim('{', '}').ToLowerInvariant() : null;

    public static string? StaffId(string cell) => cell.Length <= 64 && !cell.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? cell : null;

    /// <summary>2020-07-01, 2020/7/1, 2020年7月1日, or the number as which spreadsheets keep a day.</summary>
    public static DateOnly? Day(string cell)
    {
        var text = DayWords().Replace(cell.Trim(), "-").TrimEnd('-');
        if (DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 36_000 and < 80_000 ? new DateOnly(1899, 12, 30).AddDays(serial) : null;
    }

    /// <returns>What a row says the person is; both null where the words are unknown.</returns>
    public static (ContactKind? Kind, PersonRole? Role) Role(string cell, bool hasUnit)
    {
        var word = cell.Trim().ToLowerInvariant();
        return word switch
        {
            _ when Coordinator().IsMatch(word) => (null, PersonRole.Coordinator),
            _ when Backup().IsMatch(word) => (ContactKind.Backup, null),
            _ when Leader().IsMatch(word) => hasUnit ? (ContactKind.UnitLeader, null) : (null, PersonRole.Leader),
            _ when Primary().IsMatch(word) => (ContactKind.Primary, null),
            _ => (null, null),
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[、，,;；/|\n\u0000-\u001f]|待定|暂无|空缺|^无$")]
    private static partial Regex SeveralOrNone();

    [GeneratedRegex(@"[\s\-()（）]")]
    private static partial Regex NumberNoise();

    [GeneratedRegex(@"^(?:\+|00)86(?=1\d{10}$)")]
    private static partial Regex ChinaCode();

    [GeneratedRegex(@"(?<!\d)1\d{2}[ \-]?\d{4}[ \-]?\d{4}(?!\d)")]
    private static partial Regex NumberInText();

    [GeneratedRegex(@"^1\d{10}$")]
    private static partial Regex ChinaMobile();

    [GeneratedRegex(@"^\+[1-9]\d{6,14}$")]
    private static partial Regex ForeignMobile();

    [GeneratedRegex(@"^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$")]
    private static partial Regex Mail();

    [GeneratedRegex("[年月日./]")]
    private static partial Regex DayWords();

    [GeneratedRegex("管理员|coordinator|admin")]
    private static partial Regex Coordinator();

    [GeneratedRegex("备|b[角岗]|副|候补|backup|deputy")]
    private static partial Regex Backup();

    [GeneratedRegex("领导|负责人|负责同志|leader")]
    private static partial Regex Leader();

    [GeneratedRegex("联络员|联系人|主|a[角岗]|经办|对接|接口|primary|contact|main|^正$")]
    private static partial Regex Primary();
}
