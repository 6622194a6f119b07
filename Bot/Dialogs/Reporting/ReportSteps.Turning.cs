using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Where the words lead elsewhere than the open question: to a correction, to another task, to what is said of another task.</summary>
public sealed partial class ReportSteps
{
    /// <summary>The answer to "which unit?" or "a correction, or early for the next period?"; a correction that says what is to change needs no answer first.</summary>
    private async Task<ReportStep> ChosenAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var choice = talk.Choice!;
        if (choice.Kind == ReportChoiceKind.WhichPeriod && Routing.Of(turn) is Route.Report { Kind: ReportRequestKind.Correction })
            return await opening.OpenAsync(turn, choice.Options[0].Request with { Kind = ReportRequestKind.Correction, Said = said }, cancellationToken);
        if (choice.Options.FirstOrDefault(option => ChoiceWords.Means(option, choice.Kind, said, choice.Options)) is { } chosen)
            return await opening.OpenAsync(turn, chosen.Request, cancellationToken);
        // A report that is typed out takes the place of what was said before.
        return choice.Kind == ReportChoiceKind.WhichPeriod && Routing.IsLabelledReport(turn)
            ? new(null, talk with { Choice = choice with { Options = [.. choice.Options.Select(option => option with { Request = option.Request with { Kind = ReportRequestKind.Text, Said = said } })] } })
            : ReportStep.NotUnderstood(talk);
    }

    /// <summary>it's 214 firms. no problems. results: …: a figure of what is written already, before the answer.</summary>
    /// <returns>Null unless just one place is meant.</returns>
    private async Task<ReportStep?> FigureFirstAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        var form = talk.Form!;
        if (form.Rewriting is not null || FirstSentence.Match(said) is not { Success: true } first || ValueChange.Parse(first.Groups["change"].Value, SectionWords.For(form.Sections), isShown: true) is not { } value || !(value.IsSure || (value.Measure.Length > 0 && ItIs.IsMatch(said))) || form.Find(value).Count != 1
            || await writing.ChangeValueAsync(turn, talk, value, cancellationToken) is not { Talk: { Form.Missing: { Kind: FormQuestionKind.Section } still } corrected } changed)
            return null;
        var rest = first.Groups["rest"].Value;
        var step = await AnswerAsync(turn with { Said = Understand.Utterance(rest, [], speaker: turn.Asker.Speaker) }, corrected, still, rest, cancellationToken);
        return step with { Say = ReportStep.Joined(changed.Say, step.Say) };
    }

    /// <summary>共3期 may as well be the answer.</summary>
    private static Regex ItIs => field ??= new("^\\s*(?:ok,? |so,? |right,? |checked,? |it checked out,? )*(?:it's|it is|that's)(?: really| actually| in fact| only)? [0-9]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex FirstSentence => field ??= new(@"^\s*(?<change>[^.。;；\n]{3,50})(?:[。；;]\s*|\.\s+)(?<rest>\S[\s\S]{3,})$", RegexOptions.CultureInvariant);

    /// <summary>交第三项，回到第一项: what is shown is filed, and the other task has its turn.</summary>
    /// <returns>Null when the words say nothing of the kind.</returns>
    private async Task<ReportStep?> FiledThenTurnedAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (talk is not { Unread: null, Form: { Unplaced: null } form } || FileAndTurn.Match(Spelling.Fold(said).Trim()) is not { Success: true } both
            || TaskWords.Find(both.Groups["filed"].Value) is not [var (filed, _)] || TaskWords.Find(both.Groups["next"].Value) is not [var (next, _)] || form.PartOf(filed) is not { Ordinals.Count: 1 } || form.Find(next) is null || next == filed)
            return null;
        if (form.Missing is not null)
            return new(new(ReportNotes.StillMissing(Names(form, turn.Language), turn.Language)), talk);
        var done = await FileAsync(turn, form, cancellationToken);
        var step = await opening.OpenAsync(turn, new(ReportRequestKind.Start, both.Groups["next"].Value, form.PlanId, form.UnitId, form.Period, PeriodIsChosen: true), cancellationToken);
        return step with { Say = ReportStep.Joined(done.Say, step.Say) };
    }

    private static Regex FileAndTurn => field ??= new($@"^(?:那|好的?|行|就|先|把|ok(?:ay)?|then|[,.\s])*(?:提交|报送|交|报|file|submit|send) ?(?<filed>{TaskWords.Pattern})(?:吧|了)?[,.;，。；]?\s*(?:然后|再|接着|and|then|[,\s])*(?:回到?|接着(?:写|弄|报)?|继续(?:写|弄|报)?|(?:go |get )?back to|go on with|continue(?: with)?|(?:弄|写|报)) ?(?<next>{TaskWords.Pattern})(?:吧|了)?[.!]*$", RegexOptions.CultureInvariant);

    /// <summary>第三项领导催，先弄第三项: another task has its turn, and why is no text of it.</summary>
    private static int? TaskBefore(string said) => said.Length <= LongestTurn && Urgent.Match(Spelling.Fold(said).Trim()) is { Success: true } urgent && TaskWords.Find(urgent.Value) is { Count: > 0 } tasks && tasks.DistinctBy(task => task.Ordinal).Count() == 1 ? tasks[0].Ordinal : null;

    private const int LongestTurn = 50;

    private static Regex Urgent => field ??= new($@"^(?:等等|哎|那个?|对了|wait|sorry|hang on|[,.\s])*(?:(?:{TaskWords.Pattern})?[^,.;0-9]{{0,10}}(?:催|急|着急|要得急|先要|等着要|重要)[^,.;0-9]{{0,6}}[,.;，。\s]+)?(?:我们?|咱们?|那|就|还是|要不)*先(?:来)?(?:弄|报|写|填|做|说|搞)(?:一?下)?{TaskWords.Pattern}(?:吧|的|了)*[.!]*$|^(?:{TaskWords.Pattern} (?:is|'s) (?:more )?urgent[,.;]\s*)?(?:so |and )?(?:let's |let me |we'll |i'll )?(?:do|take|start with|switch to) {TaskWords.Pattern}(?: first| now| instead)*[.!]*$", RegexOptions.CultureInvariant);

    /// <summary>监管平台那项还没动静, at the summary of another task: it is no text of what is shown, and nothing is recorded of it.</summary>
    /// <returns>Null when the words speak of no other task, or tell something of it.</returns>
    private static Reply? OfAnother(ReportForm form, string said, Language language) => RemarkOfOther.Read(said, form) is { } task ? new(ReportNotes.NothingOfOther(task, language)) : null;
}
