using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>不对，是二季度的; sorry, that's for Q1: what is being written belongs to another period. It moves there with all its texts.</summary>
public sealed class PeriodMoving(ReportDesk desk, ReportWriting writing, ReportFiling filing)
{
    private const int Longest = 40;

    /// <returns>Null when the words say nothing of the kind.</returns>
    public async Task<ReportStep?> RunAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (talk.Form is not { } form || PeriodIn(said) is not { } mention || turn.Plans.FirstOrDefault(plan => plan.Plan.Id == form.PlanId) is not { } view)
            return null;
        var key = view.KeyOf(mention);
        if (key.ToString() == form.Period)
            return new(null, talk);
        var request = talk.Request with { Kind = ReportRequestKind.Text, Said = "", PlanId = form.PlanId, UnitId = form.UnitId, Period = key.ToString(), PeriodIsChosen = true };
        var (opened, refusal) = await desk.OpenAsync(turn.Asker, request, turn.Plans, cancellationToken);
        if (opened?.Form is not { } other)
            return new(refusal ?? new(ReportNotes.NoSuchPeriod(key, turn.Language)), talk);
        var tasks = form.Tasks.ToDictionary(task => task.Ordinal, task => other.Tasks.FirstOrDefault(there => there.TaskId == task.TaskId)?.Ordinal);
        if (form.Parts.SelectMany(part => part.Ordinals).Any(ordinal => tasks.GetValueOrDefault(ordinal) is null))
            return new(new(ReportNotes.NoSuchPeriod(key, turn.Language)), talk);
        await filing.DropAsync(form, turn.Asker, cancellationToken);
        var moved = form.Parts.Aggregate(other, (there, part) => there.Write([.. part.Ordinals.Select(ordinal => tasks[ordinal]!.Value)], part.Texts, part.Whole)) with { Unplaced = form.Unplaced, Waiting = form.Waiting };
        return await writing.GoOnAsync(turn, talk with { Request = request, Form = moved, Unread = null }, moved, cancellationToken, overwrites: true);
    }

    /// <summary>The period, where nothing is said but that it is this one.</summary>
    private static PeriodMention? PeriodIn(string said)
    {
        if (said.Length > Longest || Spelling.Plain(said) is not { Length: > 0 } plain || PeriodWords.FindAll(plain) is not [.., var (mention, where)] found || mention.Reference is not (PeriodReference.Named or PeriodReference.BeforeToday or PeriodReference.InQuestion))
            return null;
        var marked = $"{plain[..where.Start.Value]}#{plain[where.End.Value..]}";
        return found.Count == 1 ? OtherPeriod.IsMatch(marked) ? mention : null
            : found.Count == 2 && NotThat.IsMatch($"{plain[..found[0].Where.Start.Value]}#{plain[found[0].Where.End.Value..where.Start.Value]}#{plain[where.End.Value..]}") ? mention : null;
    }

    private const string Sorry = "(?:不对|不是|错了|(?:是|给|都)*(?:搞|弄|写|填|说|报|发|选|记)(?:错|岔|串)了?(?:季度|期)?|哎呀?|哦|噢|啊|呀|唉|嗯|等等|等一?下|抱歉|不好意思|其实|了|[,.!~?])*";

    private static Regex OtherPeriod => field ??= new($"^{Sorry}(?:我?(?:这|那)(?:个|些|份|是|次|里|条)*|我?报的|我?说的|它)?(?:其实|应该|应当|都|全|要|得|就|也|还)*(?:是|算|改成|改为|改到|报到?|放到|归到?|记到?|按)#(?:的|里|那份|去|报|才对|吧|啊|哦|哈|了|[,.!])*$|^{Sorry}#(?:的|才对|[,.!])+$|^(?:sorry|oh|oops|wait|no|actually|hang on|[,. !])*(?:this|that|it|i meant|i mean|these)(?:'s| is| was| were| should be| goes| belongs)?(?: (?:for|to|in|under|not))* ?(?:the )?#(?: report| please|,? sorry|[.! ])*$");

    private static Regex NotThat => field ??= new($"^{Sorry}(?:我?(?:这|那)(?:个|些|份|次|里|条)*|我?报的|它)?不是#(?:的)?[,.]*(?:而|应该)*是#(?:的|才对|吧|[,.!])*$|^(?:sorry|oh|oops|wait|no|actually|[,. !])*(?:this|that|it)?(?:'s| is| was)? ?not (?:for )?#[,.]? (?:but|it's|it is)? ?(?:for )?#[.! ]*$");
}
