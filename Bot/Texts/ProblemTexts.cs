using System.Text;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;

namespace PlanBot.Texts;

/// <param name="IsAgain">The period before said the same.</param>
public sealed record ReportedProblem(ProblemRow Row, bool IsAgain);

public sealed record FollowedProblem(ProblemRow Row, ProblemBecame Became);

/// <summary>What a problem has become in the period after.</summary>
public enum ProblemBecame
{
    /// <summary>Reported again in the same or similar words.</summary>
    Again = 1,

    /// <summary>The unit reports something else now.</summary>
    Different = 2,

    /// <summary>The unit reports no problem any more.</summary>
    Gone = 3,

    NotReported = 4,

    /// <summary>The task is not owed in the later period, or was waived.</summary>
    NotOwed = 5,

    /// <summary>The coordinator has closed it.</summary>
    Solved = 6,
}

/// <summary>The problems that units reported.</summary>
public static class ProblemTexts
{
    /// <summary>Problems on one page: each is a paragraph.</summary>
    public const int PageSize = 10;

    /// <summary>Characters shown of one problem; the unit's report has the rest.</summary>
    private const int Longest = 200;

    public static string NoSection(Language language) => language.In("本计划的报送内容中没有“存在问题”这一部分。", "The reports of this plan have no section for problems.");

    /// <param name="reports">Reports that count, with or without a problem.</param>
    public static string List(ReportingPeriod period, IReadOnlyList<ReportedProblem> problems, int reports, int page, Language language)
    {
        var name = PeriodNames.Of(period, language);
        if (problems.Count == 0)
            return reports == 0
                ? language.In($"{name}还没有收到报送，暂无问题可汇总。", $"No report on {name} has come in yet, so there are no problems to collect.")
                : language.In($"{name}已报的{reports}项都没有反映问题。", $"None of the {PeriodTexts.Tasks(reports)} reported on {name} names a problem.");
        if (page > 0 && problems.Count <= page * PageSize)
            return language.In($"没有了，{name}反映了问题的就是上面这{problems.Count}项。", $"Nobody else: {(problems.Count == 1 ? "the one task above is all that names" : $"the {problems.Count} tasks above are all that name")} a problem for {name}.");
        var again = problems.Count(problem => problem.IsAgain);
        var text = new StringBuilder(language.In(
            $"{name}已报{reports}项，其中{problems.Count}项反映了问题，涉及{Units(problems.Select(problem => problem.Row))}个单位：",
            $"{name}: {problems.Count} of {ReminderTexts.Plural(reports, "reported task")} {(problems.Count == 1 ? "names" : "name")} a problem, in {PeriodTexts.Units(Units(problems.Select(problem => problem.Row)))}:"));
        if (again > 0)
            text.Append('\n').Append(language.In($"（{again}项上一期也反映过）", $"({again} were reported in the period before too)"));
        Paragraphs(text, problems, problem => problem.Row, problem => Marked(problem.Row, language) + Named(problem.Row.Text, problem.IsAgain ? Before(period, language) : ""), page, language);
        return text.ToString();
    }

    /// <summary>Reports that say there is no problem.</summary>
    public static string Without(ReportingPeriod period, IReadOnlyList<ProblemRow> rows, int reports, Language language)
    {
        var name = PeriodNames.Of(period, language);
        if (rows.Count == 0)
            return language.In($"没有。{name}已报的{reports}项都写明了问题。", $"No. All {PeriodTexts.Tasks(reports)} reported on {name} name a problem.");
        var lines = rows.GroupBy(row => row.UnitName).Take(UnitList.PageSize).Select(unit => language.In(
            $"{unit.Key}（{string.Join("、", unit.Select(row => TaskNames.Ordinal(row.UnitTaskOrdinal, language)))}）", $"{unit.Key} ({string.Join(", ", unit.Select(row => TaskNames.Ordinal(row.UnitTaskOrdinal, language)))})"));
        return string.Join('\n', lines.Prepend(language.In(
            $"有。{name}“存在问题”一栏写“无”的有{rows.Select(row => row.UnitId).Distinct().Count()}个单位、{rows.Count}项：", $"Yes. {PeriodTexts.Units(rows.Select(row => row.UnitId).Distinct().Count())} wrote that there is no problem, on {PeriodTexts.Tasks(rows.Count)}, for {name}:")));
    }

    /// <param name="isBegun">The later period is being collected.</param>
    /// <param name="all">Of which <paramref name="shown"/> are those asked for.</param>
    public static string Followed(
        ReportingPeriod first, bool isBegun, IReadOnlyList<FollowedProblem> shown, IReadOnlyList<FollowedProblem> all, bool onlyLeft, int page, Language language)
    {
        var (name, next) = (PeriodNames.Of(first, language), PeriodNames.Of(first.Next(), language));
        if (all.Count == 0)
            return language.In($"{name}没有反映问题，无需跟踪。", $"No problem was reported for {name}, so there is nothing to follow.");
        int Of(ProblemBecame became) => all.Count(problem => problem.Became == became);
        var text = new StringBuilder(language.In(
            $"{name}反映的{all.Count}个问题，到{next}：仍在反映{Of(ProblemBecame.Again)}个，改为反映其他问题{Of(ProblemBecame.Different)}个，不再反映{Of(ProblemBecame.Gone)}个，尚未报送{Of(ProblemBecame.NotReported)}个",
            $"Of {ReminderTexts.Plural(all.Count, "problem")} reported for {name}, in {next}: {Of(ProblemBecame.Again)} reported again, {Of(ProblemBecame.Different)} replaced by another, {Of(ProblemBecame.Gone)} no longer named, {Of(ProblemBecame.NotReported)} not reported on yet"));
        if (Of(ProblemBecame.Solved) is > 0 and var solved)
            text.Append(language.In($"，已销号{solved}个", $", {solved} marked as solved"));
        text.Append(Of(ProblemBecame.NotOwed) is > 0 and var without ? language.In($"，不再需要报送{without}个。", $", {without} no longer owed.") : language.In("。", "."));
        if (!isBegun)
            text.Append('\n').Append(language.In($"{next}尚未开始催报，情况还要等各单位报送后才知道。", $"Collection for {next} has not begun; what became of them will be known when the units report."));
        if (onlyLeft && shown.Count == 0)
            text.Append('\n').Append(language.In("没有仍在反映或尚未报送的问题。", "None is still reported or waiting for a report."));
        Paragraphs(text, shown, problem => problem.Row, problem => Both(problem, name, next, language), page, language);
        return text.ToString();
    }

    /// <summary>What the period before left to be followed, under the list of a period.</summary>
    public static string FollowedInto(ReportingPeriod first, IReadOnlyList<FollowedProblem> problems, Language language)
    {
        var (name, next) = (PeriodNames.Of(first, language), PeriodNames.Of(first.Next(), language));
        var text = new StringBuilder(language.In($"{name}要求继续跟踪的{problems.Count}个：", $"To be followed from {name}: {problems.Count}"));
        Paragraphs(text, problems, problem => problem.Row, problem => Both(problem, name, next, language), 0, language);
        return text.ToString();
    }

    /// <param name="next">The period into which it is followed.</param>
    public static Reply Preview(ProblemMark mark, IReadOnlyList<ProblemRow> rows, ReportingPeriod next, Language language)
    {
        var text = new StringBuilder(mark == ProblemMark.Followed
            ? language.In($"将把以下{rows.Count}个问题列入继续跟踪，到{PeriodNames.Of(next, language)}汇总问题时单独列出，对照单位届时的报送：", $"This will be followed into {PeriodNames.Of(next, language)}: the list of problems will show it apart, beside what the unit reports then.")
            : language.In($"将把以下{rows.Count}个问题标为已解决（销号），不再列入“还没解决的问题”：", "This will be marked as solved, and no longer be among the unresolved problems:"));
        Paragraphs(text, rows, row => row, row => Named(row.Text, ""), 0, language);
        return ActTexts.Confirm(text.ToString(), language);
    }

    public static Reply Done(ProblemMark mark, IReadOnlyList<string> units, ReportingPeriod next, Language language)
    {
        var names = string.Join(language.In("、", ", "), units);
        return new(mark == ProblemMark.Followed
            ? language.In($"好的，{names}的问题已列入{PeriodNames.Of(next, language)}继续跟踪。", $"Done: the problem of {names} will be followed into {PeriodNames.Of(next, language)}.")
            : language.In($"好的，{names}的问题已销号。", $"Done: the problem of {names} is marked as solved."))
        {
            Buttons = [ActTexts.Undo(language), Buttons.ProblemsLeft(language)],
        };
    }

    /// <param name="unit">Null when no unit is meant.</param>
    public static Reply NothingToMark(string? unit, ReportingPeriod period, Language language) => new(language.In(
        $"{unit}{PeriodNames.Of(period, language)}没有反映问题，没有可以跟踪或销号的。", $"No problem was reported{(unit is null ? "" : $" by {unit}")} for {PeriodNames.Of(period, language)}; there is nothing to follow or to close."));

    public static Reply MarkedAlready(ProblemMark mark, string units, Language language) => new(mark == ProblemMark.Followed
        ? language.In($"{units}的问题已经在继续跟踪了。", $"The problem of {units} is being followed already.") : language.In($"{units}的问题已经销号了。", $"The problem of {units} is marked as solved already."));

    public static Reply WhichProblem(IReadOnlyList<ProblemRow> rows, Language language) => new(language.In("请问是哪个单位的问题？", "The problem of which unit?"))
    {
        Buttons = [.. rows.Select(row => row.UnitName).Distinct().Take(6).Select(name => new ReplyButton(name, name))],
    };

    private static string Marked(ProblemRow row, Language language) => row.Mark switch
    {
        ProblemMark.Followed => language.In("【继续跟踪】", "[followed] "), ProblemMark.Solved => language.In("【已销号】", "[solved] "), _ => "",
    };

    private static string Before(ReportingPeriod period, Language language) =>
        language.In(period.Frequency == Frequency.Quarterly ? "【上季度也反映过】" : "【上一期也反映过】", period.Frequency == Frequency.Quarterly ? "[also last quarter] " : "[also last time] ");

    private static string Both(FollowedProblem problem, string name, string next, Language language)
    {
        var (earlier, later) = (Named(problem.Row.Text, language.In($"{name}：", $"{name}: ")), language.In($"{next}：", $"{next}: "));
        return earlier + "\n" + problem.Became switch
        {
            ProblemBecame.Again => Named(problem.Row.OtherText!, later + language.In("【仍在反映】", "[again] ")),
            ProblemBecame.Different => Named(problem.Row.OtherText!, later),
            ProblemBecame.Solved => language.In("已解决，已销号", "marked as solved"),
            ProblemBecame.Gone => later + language.In("无", "none"),
            ProblemBecame.NotReported => later + language.In("尚未报送", "not reported yet"),
            _ => later + language.In("不需要报送", "nothing owed"),
        };
    }

    private static void Paragraphs<T>(
        StringBuilder text, IReadOnlyList<T> problems, Func<T, ProblemRow> rowOf, Func<T, string> words, int page, Language language)
    {
        var from = problems.Count == 0 ? 0 : Math.Min(page, (problems.Count - 1) / PageSize) * PageSize;
        foreach (var unit in problems.Skip(from).Take(PageSize).GroupBy(problem => rowOf(problem).UnitName))
        {
            text.Append("\n\n").Append(unit.Key);
            foreach (var problem in unit)
                text.Append('\n').Append(TaskNames.Full(rowOf(problem).UnitTaskOrdinal, rowOf(problem).TaskTitle, rowOf(problem).TaskText, language)).Append('\n').Append(words(problem));
        }
        if (problems.Count > from + PageSize)
            text.Append("\n\n").Append(language.In(
                $"以上为第{from + 1}至{from + PageSize}个，共{problems.Count}个，回复“下一页”继续。", $"{from + 1} to {from + PageSize} of {problems.Count}; say \"more\" for the rest."));
    }

    private static string Named(string problem, string before) => before + TaskNames.Cut(problem.Trim(), Longest);

    private static int Units(IEnumerable<ProblemRow> rows) => rows.Select(row => row.UnitId).Distinct().Count();
}
