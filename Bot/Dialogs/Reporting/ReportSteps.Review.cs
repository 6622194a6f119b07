using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What is said at the summary.</summary>
public sealed partial class ReportSteps
{
    private async Task<ReportStep> ReviewAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (OfAnother(talk.Form!, said, turn.Language) is { } remark)
            return new(remark, talk);
        // no wait, it's the second one, 4 instead of 3: what is shown of the first is not meant.
        if (talk.Form is { IsEdit: true } edit && NamedFigure.Turned.IsMatch(Spelling.Fold(said)) && NamedFigure.Parse(said, SectionWords.For(edit.Sections), isShown: true) is { Tasks: [var meant] } figure && edit.PartOf(meant) is null
            && (edit with { Parts = [] }) is var anew && anew.Find(figure).Count == 1)
        {
            await filing.DropAsync(edit, turn.Asker, cancellationToken);
            return await writing.ChangeValueAsync(turn, talk with { Form = anew, Unread = null }, figure, cancellationToken) ?? ReportStep.NotUnderstood(talk);
        }
        var unread = talk.Unread;
        talk = talk with { Unread = null };
        if (Reasons.IsMatch(turn.Said.Plain))
            return new(new(ReportNotes.WhereReason(turn.Language)), talk with { Unread = unread });
        if (talk.Form!.Parts.Any(part => part.IsNil) && SummaryYes.WithoutNil(said) is var yes && yes != said)
            (turn, said) = (turn with { Said = Understand.Utterance(yes, [], speaker: turn.Asker.Speaker) }, yes);
        var isYes = IsYes(turn, talk.Form!, said);
        var (heard, words) = isYes ? (turn, said) : Heard(turn, said, isAnswer: false);
        if (await revising.RunAsync(heard, talk, words, cancellationToken) is { } revised)
            return revised;
        if (isYes || (words != said && IsYes(heard, talk.Form!, words)))
        {
            // What was not understood may have been a correction: nothing is filed over it without a second yes.
            if (unread is not null)
                return new(new(ReportNotes.Unread(unread, turn.Language)), talk);
            return talk.Form!.HasChanges ? await FileAsync(turn, talk.Form, cancellationToken) : new(new(ReportTexts.NothingChanged(turn.Language)), null);
        }
        if ((NotAText.IsPolite(turn.Said) && turn.Said.Intent is Intent.Thanks or Intent.Greeting) || ShowAgain.IsMatch(turn.Said.Plain))
            return new(null, talk with { Unread = unread });
        return turn.Said.Intent is Intent.EditReport or Intent.No && turn.Said.IsSure(0.55)
            ? new(ReportTexts.WhichSection(talk.Form!.Sections, turn.Language), talk with { Unread = IsWrong(turn.Said) ? said : unread })
            : ReportStep.NotUnderstood(talk with { Unread = said.Count(char.IsLetterOrDigit) >= FewestUnread ? said : unread });
    }

    private static bool IsYes(Turn turn, ReportForm form, string words) =>
        SummaryYes.Matches(turn.Said.Plain) || SummaryYes.IsThumb(words) || (form.IsEdit && SummaryYes.ToCorrection(turn.Said.Plain)) || NotAText.IsPlainYes(turn.Said, part => Understand.Utterance(part, [], speaker: turn.Asker.Speaker));

    private static bool IsWrong(Understood said) => said.Plain.Length >= FewestUnread && said.Leftover.Length > 0;

    /// <summary>Fewer letters correct nothing.</summary>
    private const int FewestUnread = 4;

    /// <summary>再给我看一遍, read it back.</summary>
    private static Regex ShowAgain => field ??= new("^(?:那|请|麻烦|你|您|再|我)*(?:给我|让我|我)?(?:再)?(?:看|发|念|显示|核对|检查|瞅)(?:一?遍|一?下|一眼|看)+(?:全文|内容|完整的|整个)?(?:吧|呢|吗|先)?$|^(?:please )?(?:can you |could you |let me )?(?:show|read|see|check|send)(?: it| that| me| them)*(?: back| again| once more| the (?:whole|full) (?:thing|text|report))+(?: please)?[.?!]*$");

    /// <summary>can i give that reason somewhere?</summary>
    private static Regex Reasons => field ??= new("^(?:and |so |but )?(?:can|could|may|where (?:can|do|should)|should|shall) (?:i|we) (?:also )?(?:give|put|add|mention|say|state|write|explain)(?: (?:that|the|a|this|our|my))? (?:reason|reasons|explanation|why)(?![a-z]).{0,24}$|^(?:那|这个|我|能不能|能|可以|可不可以|要不要|需要|[,])*(?:把|将)?(?:原因|理由|情况)(?:能|可以|要|该|应该?)*(?:写|放|填|说|加|体现)(?:明|在|到|进去|上)*(?:哪里?|哪儿|哪一?栏|哪一?块|一下|上)?(?:去)?(?:吗|么|不|呢|啊)?[?]?$");
}
