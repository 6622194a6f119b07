using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>The problems that units reported: collected for a period, and followed into the next.</summary>
public sealed class ProblemAnswers(ProblemQuery query, DueAnswers due)
{
    /// <param name="units">Only these; null for all.</param>
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var texts = new List<string>();
        var (hasMore, told) = (false, new HashSet<Guid>());
        foreach (var view in question.Plans.Where(view => units is null || view.Units.Any(unit => units.Contains(unit.Id))))
        {
            var (text, more) = await AnswerAsync(question, view, units, told, cancellationToken);
            texts.Add(question.Plans.Count > 1 ? $"{language.In($"《{view.Plan.Title}》", view.Plan.Title)}\n{text}" : text);
            hasMore |= more;
        }
        return new(texts.Count == 0 ? OwnTexts.NothingOwed(language) : string.Join("\n\n", texts))
        {
            UnitId = told.Count == 1 ? told.First() : null,
            Buttons = [.. hasMore ? [Buttons.More(language)] : Array.Empty<ReplyButton>(), Buttons.ProblemsLeft(language), Buttons.WhoHasNotReported(language)],
        };
    }

    private async Task<(string Text, bool HasMore)> AnswerAsync(Question question, PlanView view, IReadOnlyList<Guid>? units, HashSet<Guid> told, CancellationToken cancellationToken)
    {
        var (language, words) = (question.Language, question.Focus.Words);
        if (view.Plan.Reporting.Sections.FirstOrDefault(section => section.Kind == SectionKind.Problems) is not { } section)
            return (ProblemTexts.NoSection(language), false);
        var key = view.KeyOf(question.Focus.Period);
        var (isLeft, isFollowed) = (Left.IsMatch(words), Followed.IsMatch(words));
        // What was asked about last quarter is followed into the quarter after it; without a period, from the one before into the one in question.
        if (isLeft || isFollowed)
        {
            var first = question.Focus.Period is null && view.Find(key.Previous()) is not null ? key.Previous() : key;
            return await FollowAsync(question, view, first, section, onlyLeft: isLeft, units, cancellationToken);
        }
        if (view.Find(key) is not { } period)
            return (PeriodTexts.NotOpen(key, await due.OfUnopenedAsync(view, key, language, cancellationToken), language), false);
        var rows = await query.RunAsync(period.Id, view.Find(key.Previous())?.Id, section.Ordinal, units, cancellationToken);
        if (WroteNothing.IsMatch(words))
        {
            var without = rows.Where(row => NothingToSay.Matches(row.Text)).ToList();
            told.UnionWith(without.Select(row => row.UnitId));
            return (ProblemTexts.Without(key, without, rows.Count, language), false);
        }
        var problems = rows.Where(row => !NothingToSay.Matches(row.Text)).Select(row => new ReportedProblem(row, IsAgain(row))).ToList();
        told.UnionWith(problems.Select(problem => problem.Row.UnitId));
        var list = ProblemTexts.List(key, problems, rows.Count, question.Focus.Page, language);
        return (question.Focus.Page == 0 && await FollowedIntoAsync(view, key, period, section, units, language, cancellationToken) is { } followed ? $"{list}\n\n{followed}" : list, problems.Count > (question.Focus.Page + 1) * ProblemTexts.PageSize);
    }

    private async Task<(string Text, bool HasMore)> FollowAsync(
        Question question, PlanView view, ReportingPeriod first, ReportSection section, bool onlyLeft, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var language = question.Language;
        if (view.Find(first) is not { } from)
            return (PeriodTexts.NotOpen(first, await due.OfUnopenedAsync(view, first, language, cancellationToken), language), false);
        var next = view.Find(first.Next());
        var rows = await query.RunAsync(from.Id, next?.Id, section.Ordinal, units, cancellationToken);
        var problems = rows.Where(row => !NothingToSay.Matches(row.Text)).Select(row => new FollowedProblem(row, BecameOf(row))).ToList();
        var shown = onlyLeft ? problems.FindAll(problem => problem.Became is ProblemBecame.Again or ProblemBecame.NotReported) : problems;
        var isBegun = next is not null && next.CollectionFrom <= view.Now;
        return (ProblemTexts.Followed(first, isBegun, shown, problems, onlyLeft, question.Focus.Page, language), shown.Count > (question.Focus.Page + 1) * ProblemTexts.PageSize);
    }

    /// <summary>Problems of the period before that are to be followed into this one, and what has become of them; null when there are none.</summary>
    private async Task<string?> FollowedIntoAsync(PlanView view, ReportingPeriod key, PlanPeriod period, ReportSection section, IReadOnlyList<Guid>? units, Language language, CancellationToken cancellationToken)
    {
        if (view.Find(key.Previous()) is not { } before)
            return null;
        var rows = (await query.RunAsync(before.Id, period.Id, section.Ordinal, units, cancellationToken)).Where(row => row.Mark == ProblemMark.Followed).Select(row => new FollowedProblem(row, BecameOf(row))).ToList();
        return rows.Count == 0 ? null : ProblemTexts.FollowedInto(key.Previous(), rows, language);
    }

    /// <summary>有没有写“无”的: who says that there is no problem.</summary>
    private static Regex WroteNothing => field ??= new("(?:写|填|报|答|说)(?:的|了|过)?(?:是|都是)?[\"'“”‘’「」]?(?:无(?!论|法)|没(?:有)?(?:什么|啥)?(?:问题|困难)|零|空(?:白|着))[\"'“”‘’「」]?(?:的|了|$|[?吗么])|没(?:反映|提|写)(?:过|出)?(?:什么|啥|任何)?(?:问题|困难)的|(?:wrote|put|said|answered|reported|write|say|have|has|with) (?:\"|')?(?:none|nothing|no (?:problems?|issues?|difficult[a-z]+))");

    private static bool IsAgain(ProblemRow row) => row.OtherText is { } earlier && !NothingToSay.Matches(earlier) && SimilarText.Says(row.Text, earlier);

    private static ProblemBecame BecameOf(ProblemRow row) => row switch
    {
        { Mark: ProblemMark.Solved } => ProblemBecame.Solved,
        { OtherText: null, OtherState: ObligationState.Waived } => ProblemBecame.NotOwed,
        { OtherText: null, OtherState: not null } => ProblemBecame.NotReported,
        { OtherText: null } => ProblemBecame.NotOwed,
        _ when NothingToSay.Matches(row.OtherText!) => ProblemBecame.Gone,
        _ => SimilarText.Says(row.Text, row.OtherText!) ? ProblemBecame.Again : ProblemBecame.Different,
    };

    private static Regex Left => field ??= new("(?:没有?|未|尚未|还没|仍未)(?:得到)?(?:有效)?(?:解决|落实|办结|销号|处理)|悬而未决|(?:仍然?|一直|长期|持续)(?:没|未|存在)|反复(?:出现|反映)|老问题|遗留|unresolved|unsolved|(?:not|n't)(?: yet| been)* (?:re)?solved|still (?:open|there|unresolved|exist)|persist|recurr|reported again");

    private static Regex Followed => field ??= new("(?:跟踪|跟进|后续|后来|回头看|现在(?:怎么样|怎样|如何|咋样)|怎么样了|怎样了|解决(?:得怎|了(?:吗|没|多少)|没有?|情况)|落实得?(?:怎|了|情况)|有没有解决|是否(?:已经)?解决)|follow(?:ed|ing)?[ -]?up|what (?:became|happened|has become)|how did .{1,30} (?:develop|turn out)|(?:been|were|are) .{0,20}(?:re)?solved|where do .{1,30} stand now|now\\??$");
}
