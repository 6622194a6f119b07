using System.Security.Cryptography;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>A coordinator sends a notice, as a file or pasted whole: counts and doubts are shown, and only then is it stored as a plan.</summary>
public sealed class ImportNoticeAct(ImportNotice import, ReachQuery reach) : IAct
{
    private const string FilePart = "file";

    /// <summary>Name under which a pasted text is kept.</summary>
    private const string Pasted = "粘贴的通知.txt";

    public string Name => "import-notice";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.ImportNotice && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish) => ContentOf(turn) is { } sent ? wish with { Name = sent.Name, Text = Convert.ToBase64String(sent.Content) } : wish;

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => ContentOf(turn) is null ? null : Read(turn, wish);

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (wish.Text is null)
            return new ActStep.Ask(FilePart, ImportNoticeTexts.AskFile(language));
        var reading = NoticeReader.Read(Convert.FromBase64String(wish.Text), wish.Name!);
        if (reading is not { Notice: { } notice })
            return new ActStep.Refused(ImportNoticeTexts.Refused(wish.Name!, reading.Refusal!.Line, reading.Refusal.Message(language), language));
        if (await import.FindAsync(notice, HashOf(wish), cancellationToken) is { } known)
            return new ActStep.Refused(ImportNoticeTexts.Known(known.Plan.Title, known.Plan.SourceName, known.Differs, language));
        var warnings = notice.Warnings.Select(warning => (warning.Line, warning.Message(language))).ToList();
        return new ActStep.Ready(ImportNoticeTexts.Preview(SummaryOf(notice), warnings, language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Text is null || NoticeReader.Read(Convert.FromBase64String(wish.Text), wish.Name!) is not { Notice: { } notice })
            return new(ActTexts.Overtaken(turn.Language));
        var stored = await import.RunAsync(new NoticeImport(notice, wish.Name!, HashOf(wish), null, turn.Asker.Person.Id, turn.Asker.Channel), cancellationToken);
        return new(stored.AlreadyThere
            ? ImportNoticeTexts.Known(stored.Plan.Title, stored.Plan.SourceName, stored.Differs, turn.Language)
            : ImportNoticeTexts.Stored(stored.Plan.Title, stored.Tasks, stored.Units, stored.RuleAssumed, await WithoutContactAsync(stored, cancellationToken), turn.Language));
    }

    private async Task<IReadOnlyList<string>> WithoutContactAsync(ImportedPlan stored, CancellationToken cancellationToken) =>
        [.. (await reach.RunAsync(stored.Plan.Id, [], CivilTime.Of(stored.Plan.TimeZone).DayOf(stored.Plan.ImportedAt), cancellationToken)).Where(row => row.PersonName is null).Select(row => row.UnitName)];

    /// <summary>Obligations are written as soon as a plan is stored; nothing of that is taken back.</summary>
    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    /// <summary>Whether a text that was typed or pasted is a whole notice; a few numbered lines are none.</summary>
    public static bool IsNotice(string text) =>
        text.Length >= 200 && text.Count(c => c == '\n') >= 4 && NoticeReader.Read(System.Text.Encoding.UTF8.GetBytes(text), Pasted) is { Notice.Tasks.Count: >= 2 };

    private static (string Name, byte[] Content)? ContentOf(Turn turn) => turn.Files is [var file, ..] ? (file.Name, file.Content)
        : IsNotice(turn.Said.Raw) ? (Pasted, System.Text.Encoding.UTF8.GetBytes(turn.Said.Raw))
        : null;

    private static string HashOf(Wish wish) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(wish.Text!)));

    private static NoticeCounts SummaryOf(Notice notice) => new(
        notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn, notice.Plan.Reporting?.Evidence, notice.Tasks.Count,
        notice.Tasks.SelectMany(task => task.Units).Select(unit => unit.Name).Distinct().Count(), [.. notice.Tasks.Take(3).Select(task => TaskNames.Beginning(task.Title, task.Text))]);
}
