using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>The acts that were done in a conversation, the last one last.</summary>
public sealed class DoneActs(IEnumerable<IAct> acts, Memory memory)
{
    private const string Done = "done";

    /// <summary>Acts of a conversation that are remembered.</summary>
    private const int Most = 10;

    public async Task AddAsync(ITurnContext context, DoneAct act, CancellationToken cancellationToken) =>
        await memory.KeepAsync(context, Done, (await ReadAsync(context, cancellationToken)).Append(act).TakeLast(Most).ToList(), cancellationToken);

    public async Task ForgetAsync(ITurnContext context, DoneAct act, CancellationToken cancellationToken) =>
        await memory.KeepAsync(context, Done, (await ReadAsync(context, cancellationToken)).FindAll(one => one.Wish.Id != act.Wish.Id), cancellationToken);

    /// <summary>The last act, where it was done at once and a short while ago.</summary>
    public async Task<(IAct Act, Wish Wish)?> LastAtOnceAsync(ITurnContext context, CancellationToken cancellationToken) =>
        (await ReadAsync(context, cancellationToken)).LastOrDefault() is { Undo: not null, At: { } at } last && acts.FirstOrDefault(act => act.Name == last.Wish.Act) is { IsDoneAtOnce: true } act
            && Turn.Of(context).Plans is [var view, ..] && view.Now - at <= Focus.Lasts ? (act, last.Wish) : null;

    public async Task<List<DoneAct>> ReadAsync(ITurnContext context, CancellationToken cancellationToken) => await memory.ReadAsync<List<DoneAct>>(context, Done, cancellationToken) ?? [];
}

/// <param name="Undo">Null when it cannot be taken back.</param>
public sealed record DoneAct(Wish Wish, string? Undo)
{
    /// <summary>Characters of an answer that are remembered.</summary>
    private const int LongestTold = 400;

    /// <summary>What was answered when it was done: its first paragraph, without codes and links.</summary>
    public string? Told { get; init; }

    public static string Shortened(string answer) => TaskNames.Cut(answer.ReplaceLineEndings("\n").Split('\n')[0], LongestTold);

    /// <summary>Null where no plan tells the time.</summary>
    public DateTimeOffset? At { get; init; }
}
