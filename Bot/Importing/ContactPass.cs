using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Contact pass: the office's contact, from lines such as <c>（联系人：科技处 王某</c>, <c>联系电话：…</c>, <c>传 真：…</c>, or from one sentence with the same keys.</summary>
internal static partial class ContactPass
{
    /// <summary>A contact's keys follow each other closely; one met again is another contact's.</summary>
    private const int MostLinesApart = 3;

    /// <summary>Longer words behind a key are a sentence. Characters.</summary>
    private const int LongestValue = 60;

    private static readonly string[] Names = ["person", "phone", "fax", "mail", "office"];

    /// <returns>Null when the notice names no contact.</returns>
    public static NoticeContact? Read(IEnumerable<Passage> paragraphs, Remarks remarks)
    {
        var values = new Dictionary<string, Passage>();
        Passage? another = null;
        foreach (var (key, value) in paragraphs.Where(paragraph => !PageFoot().IsMatch(paragraph.Text)).SelectMany(Keyed))
            if (values.Count > 0 && (values.ContainsKey(key) || value.Line - values.Values.Max(known => known.Line) > MostLinesApart))
                another ??= value;
            else
                values[key] = value;
        if (values.Count == 0)
            return null;
        if (another is not null)
            remarks.Add(another.Line, NoticeIssue.SecondContact, another.Raw);
        var (name, phone) = WithoutPhone(values.GetValueOrDefault("person"));
        var (office, person) = Person(name);
        return new(values.GetValueOrDefault("office")?.Raw ?? office, person, Value(values, "phone") ?? phone?.Raw, Value(values, "fax"), Value(values, "mail"));
    }

    private static IEnumerable<(string Key, Passage Value)> Keyed(Passage paragraph)
    {
        var keys = Key().Matches(paragraph.Text);
        for (var i = 0; i < keys.Count; i++)
        {
            var start = keys[i].Index + keys[i].Length;
            var until = i + 1 < keys.Count ? keys[i + 1].Index : paragraph.Length;
            var value = paragraph.Slice(start, until);
            value = CloseBrackets(ValueEnd().Match(value.Text) is { Success: true, Index: var end } ? value.Slice(0, end) : value);
            var key = Names.First(name => keys[i].Groups[name].Success);
            if (Stated(key, value) is { } stated)
                yield return (key, stated);
        }
    }

    /// <summary>A number has digits and an address its @; a name is no sentence.</summary>
    private static Passage? Stated(string key, Passage value) =>
        value.IsBlank || value.Length > LongestValue ? null
        : key is "phone" or "fax" ? Number().IsMatch(value.Text) ? value.Trim() : null
        : key is "mail" ? MailAddress().Match(value.Text) is { Success: true } address ? value.Slice(address) : null
        : value.Trim();

    /// <summary>某甲 00000000, 某甲（00000000）: the number that stands behind the name.</summary>
    private static (Passage? Name, Passage? Phone) WithoutPhone(Passage? person) =>
        person is not null && PhoneBehind().Match(person.Text) is { Success: true, Index: > 0 } match
            ? (person.Slice(0, match.Index).TrimEnd(' ', '，', '、', '（'), person.Slice(match.Groups["phone"]))
            : (person, null);

    /// <summary>The bracket around the whole block does not belong to its last value.</summary>
    private static Passage CloseBrackets(Passage value)
    {
        value = value.Trim().TrimEnd('、', ' ');
        while (value.Text.EndsWith('）') && value.Text.Count(c => c == '）') > value.Text.Count(c => c == '（'))
            value = value.Slice(0, value.Length - 1).Trim();
        return value.Text.EndsWith('（') ? value.Slice(0, value.Length - 1).Trim() : value;
    }

    /// <summary>A person's value may open with the office: "科技处 王某"; it may also be the office alone.</summary>
    private static (string? Office, string? Person) Person(Passage? value)
    {
        if (value is null)
            return (null, null);
        if (UnitNames.IsOrgan(value.Compact().Text) && Office().IsMatch(value.Compact().Text))
            return (value.Raw, null);
        if (value.Text.LastIndexOf(' ') is > 0 and var last)
            for (var space = value.Text.IndexOf(' ', StringComparison.Ordinal); space <= last && space > 0; space = value.Text.IndexOf(' ', space + 1))
                if (Office().IsMatch(value.Slice(0, space).Compact().Text) && !Office().IsMatch(value.From(space).Compact().Text))
                    return (value.Slice(0, space).Raw, value.From(space).Raw);
        return OfficeAndName().Match(value.Text) is { Success: true, Groups: var groups }
            ? (value.Slice(groups["office"]).Raw, value.Slice(groups["name"]).Raw)
            : (null, value.Raw);
    }

    private static string? Value(Dictionary<string, Passage> values, string key) => values.GetValueOrDefault(key)?.Raw;

    // 方式 alone is no key (公开方式：); a number or an address may follow its key without a colon.
    [GeneratedRegex(@"(?:(?<person>联\s*系\s*人|联\s*络\s*人|联\s*络\s*员|经\s*办\s*人)(?:及(?:联系)?(?:电\s*话|方\s*式))?\s*："
        + @"|(?<fax>传\s*真(?:号\s*码|电\s*话)?)\s*(?:：|(?=[\d（+]))"
        + @"|(?<mail>(?:(?:电\s*子\s*)?(?:邮\s*(?:箱|件)|信\s*箱)(?:地址)?|(?i:e-?mail)))\s*(?:：|(?=[A-Za-z\d]))"
        + @"|(?<office>联\s*系\s*(?:单\s*位|部\s*门|处\s*室|科\s*室)|责任处室)\s*："
        + @"|(?<phone>(?:(?:联\s*系|办\s*公|值\s*班|咨\s*询|联\s*络)\s*)?电\s*话|(?:联\s*系|联\s*络)\s*方\s*式|手\s*机(?:号码)?)\s*(?:：|(?=[\d（+])))\s*")]
    private static partial Regex Key();

    /// <summary>A comma between two numbers stays.</summary>
    [GeneratedRegex(@"[；。]|，(?!\s*\d)")]
    private static partial Regex ValueEnd();

    [GeneratedRegex("(?:局|委|办|厅|部|处|科|股|室|中心|院|所|组|政府|公司)$")]
    private static partial Regex Office();

    [GeneratedRegex(@"^(?<office>.{2,}(?:局|委|办|处|科|股|室|中心))(?<name>\p{IsCJKUnifiedIdeographs}{2,3}(?:、.+)?)$")]
    private static partial Regex OfficeAndName();

    [GeneratedRegex(@"\d{3}|\d-\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s（，、：]*(?:电话)?[：\s]*(?<phone>(?:0\d{2,3}[-\s]?)?\d{7,8}|1\d{10})）?$")]
    private static partial Regex PhoneBehind();

    /// <summary>The foot of a web page, which has contacts of its own.</summary>
    [GeneratedRegex("网站|ICP备|公网安备|版权所有|^\\s*(?:主办|承办|协办)(?:单位)?：|技术支持|纠错|投诉举报|解读(?:机构|单位|人)")]
    private static partial Regex PageFoot();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.ECMAScript)]
    private static partial Regex MailAddress();
}
