using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>Something that a person has done by words: it collects what it must know, shows exactly what will change, and does it when that is confirmed.
/// <see cref="ActDialog"/> leads through all of them in the same way.</summary>
public interface IAct
{
    /// <summary>Stored with conversations; never changed.</summary>
    string Name { get; }

    /// <summary>Whether an utterance of this intent, from this person, is a wish for this act.</summary>
    bool IsMeant(Intent intent, Asker asker);

    /// <summary>Whether 也给商务局 can do the same for another unit.</summary>
    bool IsForOneUnit => false;

    /// <summary>It concerns nobody but who says it: done as soon as all is known, without a confirmation, and taken back or done anew with another word.</summary>
    bool IsDoneAtOnce => false;

    /// <summary>It only asks somebody to decide: 好的再见 and great, bye are yes enough.</summary>
    bool IsRequest => false;

    /// <summary>Takes over what the words name, beside or in place of what was known. The first utterance comes here, and every later one that corrects it (改到周五).</summary>
    /// <returns>The same wish when the words name nothing that belongs to it.</returns>
    Wish Read(Turn turn, Wish wish);

    /// <summary>The answer to the question about <paramref name="part"/>.</summary>
    /// <returns>Null when the words are no answer to it; then it is asked again.</returns>
    Wish? Answer(Turn turn, Wish wish, string part, string said);

    /// <summary>A yes in words of its own, said at the preview: 嗯撤了吧 at a withdrawal.</summary>
    bool IsAgreed(Understood said) => false;

    /// <summary>Words said at the preview that name nothing: a reason, said without a cue word.</summary>
    /// <returns>Null when the act keeps no reason.</returns>
    Wish? Remark(Wish wish, string remark) => null;

    /// <summary>Words at the preview that leave out, add or replace a part of it, though said alone they would wish for something else: 科技局先别催了.</summary>
    /// <returns>The same wish when they change nothing; null when they leave nothing to be done.</returns>
    Wish? Corrected(Turn turn, Wish wish) => wish;

    /// <summary>Whether rules of its own read these words while it is open, whatever they would mean otherwise: <see cref="Corrected"/> then takes them, at the preview and at a question alike.</summary>
    bool ReadsByItself(Turn turn, Wish wish) => false;

    /// <summary>What goes below the preview only when it is really sent, such as a link that works once.</summary>
    Task<Reply> CompletedAsync(Turn turn, Wish wish, Reply preview, CancellationToken cancellationToken) => Task.FromResult(preview);

    /// <summary>What is missing, what would be done, or why it cannot be. Changes nothing.</summary>
    Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken);

    /// <summary>The words that somebody would read, where the preview does not show them: 发的内容是啥.</summary>
    /// <returns>Null when there are none.</returns>
    Task<string?> WordsAsync(Turn turn, Wish wish, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken);

    /// <summary>A reason that is said after it was done: 理由是人手不够.</summary>
    /// <param name="undo">As <see cref="ActDone.Undo"/> had it.</param>
    /// <returns>Null when the act keeps no reason.</returns>
    Task<Reply?> AddReasonAsync(Turn turn, string undo, string reason, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    /// <summary>The unit that the audit's rows of one such act are about; null when they are about none, or several.</summary>
    Task<Guid?> UnitOfAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) => Task.FromResult<Guid?>(records is [{ Subject: "unit", SubjectId: var unit }] ? unit : null);

    /// <summary>What <see cref="UndoAsync"/> needs, read from the audit's rows of one such act, where no conversation remembers it.</summary>
    /// <returns>Null when it can no longer be taken back, or not from there.</returns>
    Task<string?> UndoOfAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Takes back what was done.</summary>
    /// <param name="undo">As <see cref="ActDone.Undo"/> had it.</param>
    Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken);
}
