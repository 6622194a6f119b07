using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>What is said when something was done: the same for another unit, another time for it, back again, why, and what it was.</summary>
public sealed partial class ActDialog
{
    /// <summary>也给商务局: the act that was just done, for another unit; 再催一遍: the same once more.</summary>
    /// <returns>Null when the words do not say so, or nothing was done just now; else as <see cref="PrepareAsync"/>.</returns>
    public async Task<bool?> PrepareLikewiseAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var said = Turn.Of(context).Said;
        if (!(Claims.Has(said, "Likewise") && said.Units.Count > 0) && !IsOnceMore(said)
            || await memory.ReadAsync<Wish>(context, Latest, cancellationToken) is not { } last || acts.FirstOrDefault(one => one.Name == last.Act) is not { } act)
            return null;
        if (Meant(Turn.Of(context)) is { } meant && meant.Name != act.Name)
            return null;
        var again = IsOnceMore(said) ? last with { Id = Guid.CreateVersion7() }
            : act.Read(await DatedAsync(context, cancellationToken), last with { Id = Guid.CreateVersion7(), UnitId = null, MoreUnits = [], Tasks = [], Asking = null });
        return await KeepAsync(context, await NextAsync(context, act, again, cancellationToken), cancellationToken);
    }

    /// <summary>还是明早吧, make that 10am: what was done at once just now is done anew with what is named; 取消 takes it back.</summary>
    /// <returns>Null when the words are nothing of the kind; else as <see cref="PrepareAsync"/>.</returns>
    public async Task<bool?> ChangeDoneAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken, isOpen: true);
        if (await done.LastAtOnceAsync(context, cancellationToken) is not var (act, last))
            return null;
        if (turn.Said.Intent == Intent.Cancel && turn.Said.IsSure(Sure))
        {
            await UndoAsync(context, cancellationToken);
            return false;
        }
        var isOther = turn.Said is { IsByExample: false, Intent: not (Intent.None or Intent.Fragment or Intent.Extend or Intent.EditReport or Intent.DueDate or Intent.Confirm) } && (Meant(turn) ?? act).Name != act.Name;
        if (turn.Said.EndsAsQuestion || isOther || turn.Said.Leftover.Length > LongestBesideTime || turn.Said.LikeReport > 0.6 || act.Read(turn, last) is var again && again == last)
            return null;
        return await KeepAsync(context, await NextAsync(context, act, again with { Id = Guid.CreateVersion7(), Replaces = last.Id }, cancellationToken), cancellationToken);
    }

    /// <summary>手滑了，10号太晚，8号, right after more time was given: another day for it, shown before it is done.</summary>
    /// <returns>Null when the words are nothing of the kind; else as <see cref="PrepareAsync"/>.</returns>
    public async Task<bool?> GiveAnotherDayAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken, isOpen: true);
        if (!AtPreview.PutsDayRight(turn.Said) || (turn.NamedDay is null && turn.Said.Days is null) || await memory.ReadAsync<Wish>(context, Latest, cancellationToken) is not { Act: "extend-due" or "return-report", UnitId: { } unit } last
            || turn.Said.Units.Any(one => one.One?.Id != unit) || acts.FirstOrDefault(one => one.Name == "extend-due") is not { } act || !act.IsMeant(Intent.Extend, turn.Asker))
            return null;
        var begun = new Wish { Act = act.Name, Id = Guid.CreateVersion7(), Words = turn.Said.Raw, PlanId = last.PlanId, Period = last.Period, UnitId = last.UnitId, MoreUnits = last.MoreUnits, Tasks = last.Tasks, AllTasks = last.AllTasks, Reason = last.Act == act.Name ? last.Reason : null };
        if (last.Act == act.Name && turn.NamedDay is not null && (await done.ReadAsync(context, cancellationToken)).LastOrDefault(one => one.Wish.Id == last.Id) is { Undo: { } undo } && last.MoreUnits.Count == 0)
            begun = begun with { Replaces = last.Id, Text = undo };
        return await KeepAsync(context, await NextAsync(context, act, begun with { Day = turn.NamedDay, Days = turn.NamedDay is null ? turn.Said.Days : null }, cancellationToken), cancellationToken);
    }

    private const int LongestBesideTime = 6;
    /// <summary>Whether anything was done in this conversation that might be taken back.</summary>
    public async Task<bool> HasDoneAsync(ITurnContext context, CancellationToken cancellationToken) => (await done.ReadAsync(context, cancellationToken)).Count > 0;

    /// <summary>呃先别收, right after it was accepted: it is taken back.</summary>
    /// <returns>False when the words say nothing of the kind, or something else was done last; then nothing was said.</returns>
    public async Task<bool> IsTakenBackAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        if (turn.Plans.Count == 0 || (await done.ReadAsync(context, cancellationToken)).LastOrDefault() is not { Undo: not null, At: { } at } last || turn.Plans[0].Now - at > Focus.Lasts || turn.Said.Units.Any(unit => unit.One?.Id != last.Wish.UnitId) || !AtPreview.TakesBack(turn.Said, last.Wish.Act))
            return false;
        context.TurnState.Set(turn with { Said = turn.Said with { Intent = Intent.Undo, Evidence = [], Units = [], Plain = turn.Language.In("撤销", "undo") } });
        await UndoAsync(context, cancellationToken);
        return true;
    }

    /// <summary>撤销, 刚才那个收错了.</summary>
    public async Task UndoAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        await TurnAwayAsync(context, cancellationToken);
        var known = await done.ReadAsync(context, cancellationToken);
        var reply = await takeBack.RunAsync(context, cancellationToken);
        var left = await done.ReadAsync(context, cancellationToken);
        if (known.Find(one => left.TrueForAll(other => other.Wish.Id != one.Wish.Id)) is { } undone && Turn.Of(context).Plans is [var view, ..])
        {
            await memory.KeepAsync(context, LastUndone, new Undone(undone.Wish.Act, DoneAct.Shortened(reply.Text), view.Now), cancellationToken);
            // and the other one, right afterwards, is of the unit that it was about.
            if (undone.Wish.UnitId is { } unit && Turn.Of(context).Asker.Sees(Domain.Ability.SeeOverview))
                await focus.TurnToAsync(context, unit, cancellationToken);
        }
        await Turn.SendAsync(context, reply, cancellationToken);
    }

    /// <summary>刚才发了几家, 两件都办完了没: what was done a short while ago, and what still waits.</summary>
    /// <param name="waiting">Wishes that have not had their turn, as typed.</param>
    public async Task TellDoneAsync(ITurnContext context, IReadOnlyList<string> waiting, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var since = turn.Plans.Count > 0 ? turn.Plans[0].Now - Focus.Lasts : DateTimeOffset.MinValue;
        var told = (await done.ReadAsync(context, cancellationToken)).Where(one => one is { Told: not null, At: { } at } && at >= since).Select(one => one.Told!).ToList();
        await Turn.SendAsync(context, ActTexts.Done(told, await OpenAsync(context, cancellationToken) is not null, waiting, turn.Language), cancellationToken);
    }

    /// <summary>理由是人手不够, right after an act was done.</summary>
    /// <returns>False when the words give no reason, or nothing was done just now that keeps one; then nothing was said.</returns>
    public async Task<bool> AddReasonAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        if (AtPreview.ReasonAfterwards(turn.Said) is not { } reason || await memory.ReadAsync<Wish>(context, Latest, cancellationToken) is not { } latest
            || (await done.ReadAsync(context, cancellationToken)).LastOrDefault() is not { Undo: { } undo } last || last.Wish.Id != latest.Id || acts.FirstOrDefault(act => act.Name == latest.Act) is not { } act
            || await act.AddReasonAsync(turn, undo, reason, cancellationToken) is not { } reply)
            return false;
        await Turn.SendAsync(context, reply, cancellationToken);
        return true;
    }
}
