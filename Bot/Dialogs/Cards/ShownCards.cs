using Microsoft.Bot.Builder;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Cards;

/// <summary>Cards of a conversation whose buttons can still be pressed: when what they are about comes to an end, each is put into its final state, and has no buttons any more.</summary>
/// <remarks>A channel that can change what it has shown keeps here what it shows; for the others there is nothing to do.</remarks>
public sealed class ShownCards(Memory memory, CardPresses presses, IEnumerable<ICardChanges> channels)
{
    private const string Name = "cards";
    private const int MostKept = 10;

    /// <summary>Characters; of a longer card only what it is called is kept.</summary>
    private const int LongestKept = 6000;

    /// <param name="activityId">By which the channel can change it.</param>
    /// <param name="card">As JSON text. Cards without a button that can become out of date are not kept.</param>
    public async Task KeepAsync(ITurnContext context, string activityId, string card, CancellationToken cancellationToken)
    {
        if (SettledCard.AboutOf(card) is not { Count: > 0 } about)
            return;
        var isKeptWhole = card.Length <= LongestKept && about[0].Kind is CardSubjectKind.Act or CardSubjectKind.Report or CardSubjectKind.Request;
        var kept = await memory.ReadAsync<List<ShownCard>>(context, Name, cancellationToken) ?? [];
        kept.Add(new(activityId, about, SettledCard.Draft(card, isKeptWhole)));
        await memory.KeepAsync(context, Name, kept.TakeLast(MostKept).ToList(), cancellationToken);
    }

    /// <summary>At the end of a turn: changes the cards that it has brought to an end. Nothing is looked up in a turn that ended nothing.</summary>
    public async Task SettleAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (context.TurnState.Get<EndedQuestions>() is not { } ended || await memory.ReadAsync<List<ShownCard>>(context, Name, cancellationToken) is not { Count: > 0 } kept)
            return;
        var turn = Turn.Of(context);
        var left = new List<ShownCard>();
        var answers = true;
        foreach (var card in kept)
        {
            if (await WordsAsync(turn, card, ended, cancellationToken) is not { } words)
            {
                left.Add(card);
                continue;
            }
            var final = SettledCard.Of(card.Draft, words);
            if (context.TurnState.Get<PressAnswer>() is { } answer && context.Activity.ReplyToId == card.ActivityId)
                answer.Card = final;
            foreach (var channel in channels)
                answers = answers && await channel.ReplaceAsync(context, card.ActivityId, final, cancellationToken);
        }
        if (left.Count < kept.Count)
            await memory.KeepAsync(context, Name, left, cancellationToken);
    }

    /// <summary>What was said when it ended, else how things stand now; null while one of its buttons holds.</summary>
    private async Task<string?> WordsAsync(Turn turn, ShownCard card, EndedQuestions ended, CancellationToken cancellationToken)
    {
        if (card.About[0].Kind is CardSubjectKind.Act or CardSubjectKind.Report)
            return ended.WordsOf(card.About[0]);
        string? words = null;
        foreach (var about in card.About)
        {
            if ((words = await presses.StandingAsync(turn, about, cancellationToken)) is null)
                return null;
        }
        return words;
    }

    /// <param name="About">What its buttons are about, apart from questions.</param>
    /// <param name="Draft">Of its final state, in which only the words of the end are missing.</param>
    private sealed record ShownCard(string ActivityId, IReadOnlyList<CardSubject> About, string Draft);
}
