using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What a contact asks or wishes for beside a report, in the same message.</summary>
public sealed partial class MainDialog
{
    /// <summary>Questions are answered at once, wishes wait until the report is done, and the rest is the report.</summary>
    /// <returns>The turn as it is, where nothing stands beside a report.</returns>
    private async Task<Turn> WithoutAsidesAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is not null || !Permissions.ReportsFor(turn.Asker.Person).Any() || Routing.Of(turn) is Route.Report { Kind: ReportRequestKind.Correction }
            || BesideReport.Apart(turn.Said.Raw, part => WishesOfMessage.Heard(turn, part), said => acts.Meant(turn with { Said = said }) is not null, turn.Said) is not { } apart)
            return turn;
        // ugh. then let's do it now. what's mine again: nothing is told, and the question is what is meant.
        if (apart.Text.Length == 0)
            return Hear(dc.Context, turn, apart.Questions[0]);
        foreach (var question in apart.Questions)
            await AnswerAsync(dc, turn with { Said = question }, cancellationToken);
        if (apart.Wishes.Count > 0)
        {
            await agenda.AddAsync(dc.Context, [.. apart.Wishes.Select(Waiting.Of)], cancellationToken);
            await Turn.SendAsync(dc.Context, new(ReportNotes.Afterwards([.. apart.Wishes.Select(wish => wish.Raw)], turn.Language)), cancellationToken);
        }
        dc.Context.Activity.Text = apart.Text;
        return Hear(dc.Context, turn, WishesOfMessage.Heard(turn, apart.Text));
    }

    /// <summary>第三项也是，33: with what was spoken of a moment ago.</summary>
    private async Task<Turn> InFullAsync(ITurnContext context, Turn turn, bool isFree, CancellationToken cancellationToken)
    {
        if (!Permissions.ReportsFor(turn.Asker.Person).Any() || await spoken.InFullAsync(context, turn, isFree, cancellationToken) is not { } words)
            return turn;
        context.Activity.Text = words;
        return Hear(context, turn, WishesOfMessage.Heard(turn, words));
    }

    private static Turn Hear(ITurnContext context, Turn turn, Understood said)
    {
        turn = turn with { Said = said };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>A report that something else was asked for in the middle of has its turn again when that is done.</summary>
    private async Task GoOnAfterwardsAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is null && turn.Said.Intent is Intent.NotOurs or Intent.Extend or Intent.Handover or Intent.OwnDetails && ForSection.IsSurelyElse(turn.Said)
            && await report.FormAsync(context, cancellationToken) is { Missing.Kind: FormQuestionKind.Section } form && form.Parts.Any(part => part.Texts.Count > 0))
            await agenda.AddAsync(context, [new Waiting(turn.Language.In("继续填报", "Continue my draft"))], cancellationToken);
    }

    /// <summary>刚才写的还在吗: the draft comes up again; where there is none, that is said.</summary>
    private async Task<Turn> WhatWasDroppedAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (!Permissions.ReportsFor(turn.Asker.Person).Any() || !StillThere.IsMatch(turn.Said.Plain))
            return turn;
        if (!await report.HasDraftAsync(turn, cancellationToken))
            await Turn.SendAsync(context, new(ReportNotes.NothingKept(turn.Language)), cancellationToken);
        return Hear(context, turn, WishesOfMessage.Heard(turn, turn.Language.In("继续填报", "Continue my draft")));
    }

    private static Regex StillThere => field ??= new("(?:刚才|刚刚|之前|前面|上面|方才)(?:我)?(?:写|填|发|报|说)(?:好|过)?(?:的|了)(?:那些|内容|东西)?(?:都|也|应该)?(?:还)?(?:在|存着|留着|保存)(?:着|了)?(?:吗|么|不在?|没有?|吧)?[?]*$|(?<![a-z])(?:is|are|do you still have) (?:what i (?:wrote|typed|sent)|my (?:text|draft)|the draft|it)(?: just now| before| earlier)?(?: still)?(?: there| kept| saved)?[?]*$|^(?:ok,? |so |and |right,? )*(?:where (?:did|had|were) (?:we|i) (?:stop|stopped|leave off|left off|get to|got to|at)|how far (?:did|had|have) (?:we|i) (?:get|got|come))(?: again| yesterday| last time)*[?]*$|^(?:那|我们?|哎|,)*(?:上次|昨天|刚才|之前|上回)?(?:我|我们|咱们)?(?:写|填|报|弄)到(?:哪儿?|哪里|哪一?步|什么地方)(?:了|来着|啊)*[?]*$");
}
