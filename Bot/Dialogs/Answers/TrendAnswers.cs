using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>历次按时率: how on-time rate and completeness developed. Units are never ranked.</summary>
public sealed class TrendAnswers(TrendQuery query)
{
    /// <param name="units">Only these; null for all.</param>
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var language = question.Language;
        if (Ranking.IsMatch(question.Focus.Words) || question.Said.Evidence.Any(evidence => evidence.Idea == "Ranking"))
            return TrendTexts.NoRanking(language);
        var texts = new List<string>();
        var hasMore = false;
        foreach (var view in question.Plans.Where(view => units is null || view.Units.Any(unit => units.Contains(unit.Id))))
        {
            var wanted = Wanted(question.Focus.Words, view);
            var end = Math.Max(0, wanted.Count - question.Focus.Page * TrendTexts.PageSize);
            var page = wanted.Take(end).TakeLast(TrendTexts.PageSize).ToList();
            hasMore |= end > TrendTexts.PageSize;
            var tallies = await query.RunAsync([.. page.Select(period => period.Id)], units, cancellationToken);
            var names = units is null ? null : string.Join(language.In("、", ", "), view.Units.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Name));
            texts.Add(TrendTexts.Trend(question.Plans.Count > 1 ? view.Plan.Title : null, names, tallies, view.Now, end > TrendTexts.PageSize, language));
        }
        return new(texts.Count == 0 ? OwnTexts.NothingOwed(language) : string.Join("\n\n", texts))
        {
            Buttons = [.. hasMore ? [Buttons.More(language)] : Array.Empty<ReplyButton>(), Buttons.Rate(language), .. units is null ? [Buttons.Problems(language), Buttons.WhoHasNotReported(language)] : Array.Empty<ReplyButton>()],
        };
    }

    /// <summary>The periods meant, rising: those of a year, the last few, or all that were opened.</summary>
    private static List<PlanPeriod> Wanted(string words, PlanView view)
    {
        var periods = view.Periods.OrderBy(period => period.Period).ToList();
        var today = Days.DayOf(view.Now, view.Zone);
        if (Last.Match(words) is { Success: true } last && Numbers.Parse(last.Groups["n"].Value) is { } count)
            return [.. periods.Where(period => period.CollectionFrom <= view.Now).TakeLast(count)];
        if (First.Match(words) is { Success: true } first && Numbers.Parse(first.Groups["n"].Value) is { } upTo)
            return periods.FindAll(period => period.Period.Year == (YearOf(words, today) ?? view.KeyOf(null).Year) && period.Period.Number <= upTo);
        return YearOf(words, today) is { } year ? periods.FindAll(period => period.Period.Year == year) : periods;
    }

    private static int? YearOf(string words, DateOnly today) =>
        Year.Match(words) is { Success: true } named ? int.Parse(named.Groups["y"].ValueSpan, CultureInfo.InvariantCulture)
        : ThisYear.IsMatch(words) ? today.Year
        : LastYear.IsMatch(words) ? today.Year - 1
        : null;

    private static Regex Ranking => field ??= new("排(?:个|一?下)?(?:名|行|序|位|队)|名次|(?:报|做|完成|交|表现)得?最(?:好|差|快|慢|积极|及时)|最(?:好|差|积极|落后|拖拉|靠前|靠后)|倒数|第一名|垫底|评比|rank|league|leader ?board|(?:best|worst|fastest|slowest|top|bottom)(?: performing)? ?(?:unit|bureau|office|department|performer|reporter)?");

    private static Regex Last => field ??= new("(?:最近|近|过去)(?<n>[一二两三四五六七八九十0-9]+)个?(?:期|次|季度?|报告期)|(?:last|past|latest) (?<n>two|three|four|five|six|seven|eight|[0-9]+) (?:periods?|quarters?|rounds?)");

    private static Regex First => field ??= new("前(?<n>[一二两三四五六七八九十0-9]+)个?(?:期|季度?)|first (?<n>two|three|four|[0-9]+) (?:periods?|quarters?)");

    private static Regex Year => field ??= new("(?<!前)(?<y>20[0-9]{2})(?:年|(?![0-9a-z]))");

    private static Regex ThisYear => field ??= new("今年|本年|年初|this year|year to date");

    private static Regex LastYear => field ??= new("去年|上年|last year");
}
