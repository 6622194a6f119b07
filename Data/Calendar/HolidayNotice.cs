using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Data.Calendar;

/// <summary>Reads the State Council's own words: 国务院办公厅关于2026年部分节假日安排的通知, with one numbered item for each holiday, and the notices that change one holiday later.
/// Nothing is skipped: a sentence that says neither who is off nor who works, a count that is not the days', a weekday that is not the date's is an error.</summary>
public static partial class HolidayNotice
{
    /// <summary>Whether a text is such a notice, be it read without errors or not.</summary>
    public static bool IsNotice(IReadOnlyList<string> lines) => lines.Any(line => Subject().IsMatch(Plain(line)));

    /// <param name="lines">Of the notice, the page's frame among them; line numbers count from 1.</param>
    /// <param name="known">The lists there are: a notice that changes one holiday changes that year's.</param>
    public static HolidayCsvResult Read(IReadOnlyList<string> lines, IReadOnlyList<HolidayYear> known)
    {
        var plain = lines.Select(Plain).ToList();
        var subject = plain.FindIndex(line => Subject().IsMatch(line));
        if (YearOf(plain[Math.Max(0, subject - 1)..]) is not { } year)
            return Failed(subject + 1, HolidayCsvProblem.NoticeYear, plain[subject]);
        var items = Items(plain).ToList();
        var documents = plain.Select(line => Number().Match(line)).Where(match => match.Success).Select(match => match.Value).Take(1).ToList();
        return items.Count == 0 ? Change(plain, subject, year, documents, known) : Whole(plain, subject, items, year, documents);
    }

    /// <summary>A year's arrangement, taken whole or not at all.</summary>
    private static HolidayCsvResult Whole(List<string> lines, int subject, List<HolidayItem> items, int year, List<string> documents)
    {
        var (days, errors) = (new List<CalendarDay>(), new List<HolidayCsvError>());
        foreach (var item in items)
        {
            var read = HolidaySentences.Read(item, year);
            days.AddRange(read.Days);
            errors.AddRange(read.Errors);
            if (read.Errors.Count == 0 && read.Days.All(day => day.IsWorked))
                errors.Add(new(item.Line, HolidayCsvProblem.NoticeNoDays, item.Name));
        }
        // 现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期通知如下: an item that got lost is missed by its name.
        var announced = lines.Skip(subject).Select(line => Announced().Match(line)).FirstOrDefault(match => match.Success);
        if (announced is null)
            errors.Insert(0, new(subject + 1, HolidayCsvProblem.NoticeNames, ""));
        else if (NamesIn(announced.Groups["names"].Value).Except(items.SelectMany(item => NamesIn(item.Name))).ToList() is [var lost, ..])
            errors.Insert(0, new(lines.IndexOf(lines.First(line => Announced().IsMatch(line))) + 1, HolidayCsvProblem.NoticeMissing, lost));
        if (days.GroupBy(day => day.Day).FirstOrDefault(same => same.Count() > 1) is { } twice)
            errors.Add(new(subject + 1, HolidayCsvProblem.DayRepeated, twice.Key.ToString("O", CultureInfo.InvariantCulture)));
        return errors.Count > 0 ? new([], errors) : new([new(year, documents, [.. days.OrderBy(day => day.Day)])], []);
    }

    /// <summary>关于调整2019年劳动节假期安排的通知, 关于延长2020年春节假期的通知: the named holiday's days are replaced, or prolonged, in the list that is known.</summary>
    private static HolidayCsvResult Change(List<string> lines, int subject, int year, List<string> documents, IReadOnlyList<HolidayYear> known)
    {
        var name = Changed().Match(lines[subject]) is { Success: true } changed ? changed.Groups["name"].Value : null;
        if (name is null)
            return Failed(subject + 1, HolidayCsvProblem.NoticeSentence, lines[subject]);
        if (known.FirstOrDefault(list => list.Year == year) is not { } list || list.Days.Where(day => Concerns(day, name)).ToList() is not { Count: > 0 } own)
            return Failed(subject + 1, HolidayCsvProblem.NoticeUnknownYear, $"{year}年{name}");
        var prolonged = lines.Index().Skip(subject + 1).Select(line => (line.Index, Match: Prolonged().Match(line.Item))).FirstOrDefault(line => line.Match.Success);
        var days = prolonged.Match is { Success: true }
            ? Prolong(own, HolidaySentences.DateOf(prolonged.Match, "", year))
            : ReadChange(lines, subject, name, year) is { Errors: [] } read ? read.Days : null;
        if (days is null)
            return ReadChange(lines, subject, name, year) is { Errors: [_, ..] errors } ? new([], errors) : Failed(subject + 1, HolidayCsvProblem.NoticeNoDays, name);
        var replaced = list.Days.Where(day => !Concerns(day, name) && days.All(other => other.Day != day.Day)).Concat(days).OrderBy(day => day.Day).ToList();
        return new([new(year, [.. list.Documents, .. documents.Except(list.Documents)], replaced)], []);
    }

    /// <summary>The sentences below the subject that speak of days.</summary>
    private static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<HolidayCsvError> Errors) ReadChange(List<string> lines, int subject, string name, int year)
    {
        var at = lines.FindIndex(subject + 1, line => Off().IsMatch(line));
        return at < 0 ? ([], []) : HolidaySentences.Read(new(at + 1, name, Off().Match(lines[at]) is var off ? lines[at][off.Index..] : ""), year);
    }

    private static List<CalendarDay>? Prolong(List<CalendarDay> own, DateOnly? until)
    {
        var last = own.Where(day => !day.IsWorked).Max(day => day.Day);
        if (until is not { } end || end <= last || end.DayNumber - last.DayNumber > 30)
            return null;
        var more = Enumerable.Range(1, end.DayNumber - last.DayNumber).Select(offset => own[0] with { Day = last.AddDays(offset), IsWorked = false });
        return [.. own.Where(day => day.Day <= last || day.Day > end), .. more];
    }

    private static bool Concerns(CalendarDay day, string name) => NamesIn(day.Name).Contains(name);

    private static IEnumerable<HolidayItem> Items(List<string> lines)
    {
        HolidayItem? open = null;
        foreach (var (index, line) in lines.Index())
        {
            if (ItemHead().Match(line) is { Success: true } head)
            {
                if (open is not null)
                    yield return open;
                open = new(index + 1, head.Groups["name"].Value, line[head.Length..]);
            }
            else if (open is not null && (line.Length == 0 || Closing().IsMatch(line)))
            {
                yield return open;
                open = null;
            }
            else if (open is not null)
                open = open with { Words = open.Words + line };
        }
        if (open is not null)
            yield return open;
    }

    private static int? YearOf(List<string> lines) =>
        lines.Select(line => Year().Match(line)).FirstOrDefault(match => match.Success) is { } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static string[] NamesIn(string names) => names.Split('、', '和', '及').Where(name => name.Length > 0).ToArray();

    private static HolidayCsvResult Failed(int line, HolidayCsvProblem problem, string found) => new([], [new(line, problem, found)]);

    /// <summary>Half-width digits, full-width brackets and stops, no white space.</summary>
    internal static string Plain(string line) => string.Concat(line.Where(c => !char.IsWhiteSpace(c) && c != '\u200b' && c != '\uFEFF').Select(c => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'), '(' => '（', ')' => '）', ':' => '：', ',' => '，', ';' => '；', '．' => '.', _ => c,
    }));

    [GeneratedRegex(@"(?:部分)?节假日(?:放假)?安排|(?:调整|延长)\d{4}年.{2,8}假期|\d{4}年.{2,40}放假调休日期")]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?:关于|现将|调整|延长)(\d{4})年(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"国办发(?:明电)?〔\d{4}〕\d+号")]
    private static partial Regex Number();

    [GeneratedRegex(@"现将\d{4}年(?<names>[^。，]{2,60}?)(?:放假|假期)")]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?:调整|延长)\d{4}年(?<name>[\u4e00-\u9fff]{2,6}?)假期")]
    private static partial Regex Changed();

    [GeneratedRegex(@"假期(?:延长)?至(?:(?<y>\d{4})年)?(?<m>\d{1,2})月(?<d>\d{1,2})日")]
    private static partial Regex Prolonged();

    [GeneratedRegex(@"(?:\d{4}年)?\d{1,2}月\d{1,2}日[^。]*放假")]
    private static partial Regex Off();

    [GeneratedRegex(@"^[一二三四五六七八九十]+、(?<name>[\u4e00-\u9fff、]{2,14})：")]
    private static partial Regex ItemHead();

    [GeneratedRegex(@"^(?:节假日期间|国务院办公厅|各地区|\d{4}年\d{1,2}月\d{1,2}日$|（此件|附件|责任编辑|来源)")]
    private static partial Regex Closing();
}

/// <param name="Line">Of its head, counted from 1.</param>
/// <param name="Name">元旦, or 国庆节、中秋节.</param>
/// <param name="Words">What stands behind the head, without white space.</param>
internal sealed record HolidayItem(int Line, string Name, string Words);
