using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What a contact spoke of a moment ago and goes on about without naming it: 第三项也是，33 after a figure was put right; 那改。问题那栏改成没有 after it was asked whether task 2 can be changed.</summary>
internal sealed class SpokenOf(Memory memory, TimeProvider clock)
{
    private const string Remembered = "spoken-of";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(20);

    public async Task KeepFigureAsync(ITurnContext context, string noun, CancellationToken cancellationToken) =>
        await memory.KeepAsync(context, Remembered, new Spoken(noun, null, clock.GetUtcNow()), cancellationToken);

    public async Task KeepTaskAsync(ITurnContext context, int task, CancellationToken cancellationToken) =>
        await memory.KeepAsync(context, Remembered, new Spoken(null, task, clock.GetUtcNow()), cancellationToken);

    /// <param name="isFree">Nothing is open; otherwise only a figure can be gone on about.</param>
    /// <returns>The message in full; null where it stands by itself.</returns>
    public async Task<string?> InFullAsync(ITurnContext context, Turn turn, bool isFree, CancellationToken cancellationToken)
    {
        if (turn.Press is not null || await memory.ReadAsync<Spoken>(context, Remembered, cancellationToken) is not { } spoken || clock.GetUtcNow() - spoken.At is var age && (age < TimeSpan.Zero || age > Fresh))
            return null;
        if (spoken.Figure is { } noun)
            return NamedFigure.Likewise(turn.Said.Raw, noun, turn.Language == Language.English);
        if (!isFree || spoken.Task is not { } task || turn.Said is not { Tasks.Count: 0, TaskSubject: null, AllTasks: false } || turn.Said.Plain.EndsWith('?'))
            return null;
        var words = Agreed.Replace(turn.Said.Raw.Trim(), "");
        return Routing.Of(turn with { Said = WishesOfMessage.Heard(turn, words) }) is Route.Report { Kind: ReportRequestKind.Text or ReportRequestKind.Correction } wanted
            ? turn.Language.In($"第{task}项{(wanted.Kind == ReportRequestKind.Text ? "：" : "")}{words}", $"task {task}: {words}") : null;
    }

    /// <summary>那改。问题…: agreed to, before what is to change.</summary>
    private static Regex Agreed => field ??= new("^(?:那|好的?|行|嗯+|就|ok(?:ay)?|then|fine|right|so)*(?:(?:那|就)*(?:改|换|写|填)(?:吧|了|一下|这么写)?|[,，])\\s*[。.,，;；:：]\\s*(?=\\S{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private sealed record Spoken(string? Figure, int? Task, DateTimeOffset At);
}
