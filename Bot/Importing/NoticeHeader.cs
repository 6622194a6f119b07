using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Header pass: title, issuing organ, document number, date of the notice, years of the plan.</summary>
internal sealed partial record NoticeHeader
{
    public Passage? Title { get; private init; }

    /// <summary>A title such as 关于…的通知; a bare heading is weaker evidence that this is a notice at all.</summary>
    public bool HasNoticeTitle { get; private init; }
    public string? Issuer { get; private init; }
    public string? DocumentNumber { get; private init; }
    public string? IssuedOn { get; private init; }
    public required PlanYears Years { get; init; }

    public static NoticeHeader Read(IReadOnlyList<Passage> lines, Remarks remarks)
    {
        var (title, isNotice) = NoticeTitle.Find(lines);
        if (title is not null && NoticeTitle.IsDoubtful(title))
            remarks.Add(title.Line, NoticeIssue.TitleDoubtful, title.Raw);
        var sent = Named(lines, SentPlan());
        var standIn = title is null ? sent ?? Named(lines, AttachedPlan()) : null;
        if (standIn is not null)
            remarks.Add(standIn.Line, NoticeIssue.TitleFromLetter, standIn.Raw);
        var body = lines.FirstOrDefault(line => TaskColumns.IsHeader(line) || ItemLabels.Read(line) is { Depth: 1 })?.Line ?? int.MaxValue;
        // A notice without an attachment has its body first and its signature last.
        var letter = lines.Where(line => line.Line < body).ToList();
        var date = Date(letter) is { Found: not null } signed ? signed : Date([.. lines.Where(line => line.Line >= body)]);
        var issued = date.Found is { Year: { } year } found ? found.Iso(year) : null;
        return new NoticeHeader
        {
            Title = title ?? standIn,
            HasNoticeTitle = isNotice || sent is not null,
            Issuer = (NoticeTitle.Issuer(title) ?? Signature(lines, date.Line) ?? KeyedValue(letter, IssuerKey()) ?? Letterhead(letter))?.Raw,
            DocumentNumber = Number(letter, remarks),
            IssuedOn = issued,
            Years = YearsOf(title ?? standIn, letter, issued),
        };
    }

    /// <summary>The last date on a line of its own before the plan's body, alone or behind the signature; else the page's 成文日期. The day a page was published is no date of the notice.</summary>
    private static (FoundDate? Found, Passage? Line) Date(List<Passage> letter)
    {
        foreach (var line in letter.AsEnumerable().Reverse().Where(line => DateLine().IsMatch(line.Compact().Text)))
            if (ChineseDates.Find(line.Text) is [.., { Year: not null, Day: not null } date])
                return (date, line);
        return KeyedValue(letter, DateKey()) is { } keyed && ChineseDates.Find(keyed.Text) is [{ Year: not null, Day: not null } known, ..] ? (known, null) : (null, null);
    }

    /// <summary>The organ on the date's own line or on the line above it.</summary>
    private static Passage? Signature(IReadOnlyList<Passage> lines, Passage? dateLine)
    {
        if (dateLine is null)
            return null;
        var own = dateLine.Slice(0, ChineseDates.Find(dateLine.Text)[^1].Index).Trim();
        own = IssuerKey().Match(own.Text) is { Success: true } keyed ? own.Slice(keyed.Groups["value"]) : own;
        var candidate = own.IsBlank ? lines.LastOrDefault(line => line.Line < dateLine.Line)?.Trim() : own;
        return candidate is { Length: <= 40 } && UnitNames.IsOrgan(candidate.Compact().Text) ? candidate : null;
    }

    /// <summary>The organ of a red heading: …领导小组办公室文件.</summary>
    private static Passage? Letterhead(List<Passage> letter) =>
        letter.Select(line => line.Trim()).Where(line => line is { Length: >= 6 and <= 40 } && line.Text.EndsWith("文件", StringComparison.Ordinal))
            .Select(line => line.Slice(0, line.Length - 2)).FirstOrDefault(organ => UnitNames.IsOrgan(organ.Compact().Text) && !UnitNames.IsGroup(organ.Compact().Text));

    private static string? Number(List<Passage> letter, Remarks remarks)
    {
        foreach (var line in letter)
        {
            if (DocumentNumberLine().Match(line.Text) is { Success: true } match || (match = KeyedNumber().Match(line.Text)).Success || (match = NumberBesideTitle().Match(line.Text)).Success)
                return line.Slice(match.Groups["number"]).Raw;
            if (DamagedNumberLine().IsMatch(line.Text.Trim()))
                remarks.Add(line.Line, NoticeIssue.DocumentNumberDamaged, line.Raw);
        }
        return null;
    }

    /// <summary>What a letter without a title sends out: 现将《…》印发给你们, 附件：….</summary>
    private static Passage? Named(IReadOnlyList<Passage> lines, Regex words) =>
        lines.Select(line => (line, match: words.Match(line.Text))).Where(pair => pair.match.Success).Select(pair => pair.line.Slice(pair.match.Groups["plan"])).FirstOrDefault();

    private static Passage? KeyedValue(List<Passage> letter, Regex key) =>
        letter.Select(line => (line, match: key.Match(line.Text))).Where(pair => pair.match.Success).Select(pair => pair.line.Slice(pair.match.Groups["value"]).Trim()).FirstOrDefault();

    /// <summary>Years in the title, else in the plan that the letter sends out: 2018—2020年, or the one year that is named.</summary>
    private static PlanYears YearsOf(Passage? title, List<Passage> letter, string? issued)
    {
        var sent = letter.Select(line => SentPlan().Match(line.Text)).FirstOrDefault(match => match.Success)?.Groups["plan"].Value;
        int? issuedIn = issued is null ? null : int.Parse(issued.AsSpan(0, 4), CultureInfo.InvariantCulture);
        foreach (var words in new[] { title?.Text, sent }.OfType<string>())
        {
            if (YearSpan().Match(words) is { Success: true } span)
                return new(ChineseDates.NumberOf(span.Groups["first"].Value), ChineseDates.NumberOf(span.Groups["last"].Value), issuedIn);
            if (ChineseDates.Find(words).Select(date => date.Year).OfType<int>().Distinct().ToList() is [var only])
                return new(only, only, issuedIn);
        }
        return new(null, null, issuedIn);
    }

    [GeneratedRegex(@"^(?!发布|公布|发表|施行|实施|生效|更新|公开|上传|废止|失效)(?:(?:填表|填报|制表|编制)(?:单位|部门|机关)：)?(?:\p{IsCJKUnifiedIdeographs}{4,30}?)?(?:(?:填表|填报|制表|编制)?(?:日期|时间)：)?（?(?:(?:19|20)\d\d|[一二][〇零九一二][〇零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日）?$|^(?:19|20)\d\d-\d{1,2}-\d{1,2}$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"(?:^|\s)(?:成文日期|发文日期|制发日期|签发日期|印发日期)[：\s]*(?<value>.+)$")]
    private static partial Regex DateKey();

    [GeneratedRegex(@"^\s*(?:发文机关|发文单位|制发机关|发布机构|发布机关|主办单位|(?:填表|填报|制表|编制|发布)(?:单位|部门|机关))\s*：\s*(?<value>\S+)")]
    private static partial Regex IssuerKey();

    [GeneratedRegex(@"^\s*（?(?:(?:发文字号|文\s*号|文件编号|字\s*号)\s*：\s*)?(?<number>\p{IsCJKUnifiedIdeographs}{1,15}\s*〔\s*(?:19|20)\d\d\s*〕\s*第?\s*\d{1,5}\s*号)\s*）?\s*$")]
    private static partial Regex DocumentNumberLine();

    [GeneratedRegex(@"^（?(?:(?:发文字号|文\s*号)\s*：\s*)?\p{IsCJKUnifiedIdeographs}{1,15}〔\d{2,8}(?:〕?\d*号?)$")]
    private static partial Regex DamagedNumberLine();

    /// <summary>In the information block of a page, where other keys may stand on the same line.</summary>
    [GeneratedRegex(@"(?:发文字号|文\s*号|文件编号|字\s*号)[：〕\s]*(?<number>\p{IsCJKUnifiedIdeographs}{1,15}\s*〔\s*(?:19|20)\d\d\s*〕\s*第?\s*\d{1,5}\s*号)(?=\s|$)")]
    private static partial Regex KeyedNumber();

    /// <summary>云政办〔2021〕5号《关于…的通知》, or behind a title in parentheses.</summary>
    [GeneratedRegex(@"^\s*(?<number>\p{IsCJKUnifiedIdeographs}{1,15}〔(?:19|20)\d\d〕\d{1,5}号)(?=\s*《?[^，。；]{0,40}关于[^，。；]+通知》?\s*$)|^[^，。；：]{6,80}（(?<number>\p{IsCJKUnifiedIdeographs}{1,10}〔(?:19|20)\d\d〕\d{1,5}号)）\s*$|^[^，。；：]{6,80}通知\s+(?<number>\p{IsCJKUnifiedIdeographs}{1,10}〔(?:19|20)\d\d〕\d{1,5}号)\s*[|\s]*$")]
    private static partial Regex NumberBesideTitle();

    [GeneratedRegex("(?:现印发|(?<!现)印发)《(?<plan>(?:[^《》]|《[^《》]*》)+)》|现将\\s*《(?<plan>(?:[^《》]|《[^《》]*》)+)》(?=\\s*(?:（[^）]*）)?(?:予以|转)?(?:印发|下发|发给|发送|下达|分解|公布))|《(?<plan>(?:[^《》]|《[^《》]*》)+)》[^。]{0,30}(?:现印发|现予印发|现下发)")]
    private static partial Regex SentPlan();

    [GeneratedRegex(@"^\s*附\s*件\s*：\s*(?:1\s*[.、]\s*)?《?(?<plan>(?:[^，。；：《》]|《[^《》]*》){4,60}(?:方案|计划|清单|分解表|分解|分工|分工表|一览表|责任表|任务表|要点|安排|安排表))》?\s*$")]
    private static partial Regex AttachedPlan();

    [GeneratedRegex(@"(?<first>(?:19|20)\d\d)\s*年?\s*(?:-+|至|到)\s*(?<last>(?:19|20)\d\d)\s*年?")]
    private static partial Regex YearSpan();
}
