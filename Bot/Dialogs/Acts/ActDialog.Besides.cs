using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>Rulings of other tasks, said in the same breath as the one of this turn.</summary>
internal sealed record SaidBeside(IReadOnlyList<Understood> Said);

/// <summary>Several rulings that are shown and confirmed as one: 第二条过了，头一条退.</summary>
public sealed partial class ActDialog
{
    private const string LastUndone = "undone";

    private List<Wish> BesidesOf(ITurnContext context, Turn turn)
    {
        var besides = new List<Wish>();
        foreach (var said in context.TurnState.Get<SaidBeside>()?.Said ?? [])
        {
            var its = turn with { Said = said, NamedDay = null, DayAfterNamed = null, NamedMoment = null };
            if (Meant(its) is { } act)
                besides.Add(act.Read(its, new() { Act = act.Name, Id = Guid.CreateVersion7(), Words = said.Raw }));
        }
        context.TurnState.Set(new SaidBeside([]));
        return besides;
    }

    /// <summary>The preview with what is done besides before it; what cannot be done is said there.</summary>
    private async Task<Reply> WithBesidesAsync(ITurnContext context, Wish open, Reply preview, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var beside in open.Besides)
        {
            if (acts.FirstOrDefault(one => one.Name == beside.Act) is not { } act)
                continue;
            parts.Add(await act.NextAsync(Turn.Of(context), beside, cancellationToken) switch
            {
                ActStep.Ready ready => WithoutLastLine(ready.Preview.Text),
                ActStep.Ask ask => ask.Question.Text,
                ActStep.Refused refused => refused.Reason.Text,
                _ => "",
            });
        }
        return parts.Count == 0 ? preview : preview with { Text = $"{string.Join('\n', parts)}\n\n{preview.Text}" };
    }

    /// <summary>陆远 13700003333, where that change is shown beside another: its number, and never another person for the first.</summary>
    /// <returns>Null when nothing that is shown beside is meant.</returns>
    private static Wish? BesideCorrected(Turn turn, Wish open)
    {
        var changes = open.Besides.Where(one => one is { Act: "change-contact", Name: not null }).ToList();
        if (changes.Count == 0 || PersonWords.Find(turn.Said.Raw) is not { } person || (person.Phone is null && person.Email is null) || (open.Name is { } first && turn.Said.Raw.Contains(first, StringComparison.Ordinal)))
            return null;
        // 号码是137…, where one of them alone lacks it: of that one.
        var named = changes.Find(one => turn.Said.Raw.Contains(one.Name!, StringComparison.Ordinal));
        if ((named ?? (person.Name is null && open.Phone is not null && changes.FindAll(one => one.Phone is null) is [var lacking] ? lacking : null)) is not { } meant)
            return null;
        var corrected = meant with { Phone = person.Phone ?? meant.Phone, Email = person.Email ?? meant.Email };
        return open with { Besides = [.. open.Besides.Select(one => one == meant ? corrected : one)] };
    }

    /// <summary>It is asked for a confirmation once, at the end.</summary>
    private static string WithoutLastLine(string text) => text.LastIndexOf('\n') is > 0 and var end ? text[..end] : text;

    /// <summary>the waiver, yes, right after it was taken back: it is, and nothing more is.</summary>
    /// <returns>False when the words say nothing of the kind; then nothing was said.</returns>
    public async Task<bool> IsUndoneAlreadyAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        if (turn.Plans.Count == 0 || TakeBack.KindAlone(turn.Said.Plain) is not { } kind || await memory.ReadAsync<Undone>(context, LastUndone, cancellationToken) is not { } undone || undone.Act != kind || turn.Plans[0].Now - undone.At > Answers.Focus.Lasts)
            return false;
        await Turn.SendAsync(context, ActTexts.UndoneAlready(undone.Told, turn.Language), cancellationToken);
        return true;
    }

    private sealed record Undone(string Act, string Told, DateTimeOffset At);
}
