using PlanBot.Texts;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Puts what is being written under the task that it belongs to, and shows it there.</summary>
public sealed class ReportMoving(ReportWriting writing, ReportFiling filing)
{
    /// <returns>Null when the words say nothing of the kind.</returns>
    public async Task<ReportStep?> RunAsync(Turn turn, ReportTalk talk, string said, CancellationToken cancellationToken)
    {
        if (talk.Form is not { } form || OtherTask.Read(TaskMentions.Everywhere(said, form.Subjects)) is not { } other)
            return null;
        if (form.Find(other.To) is not { } target)
            return new(new(ReportTexts.NoSuchTasks([other.To], form.Tasks.Count, turn.Language)), talk);
        if (form.Unplaced is not null)
            return await writing.GoOnAsync(turn, talk, form.Place([target.Ordinal]), cancellationToken);
        var movable = form.Movable(other.From, target);
        // 不是第一项，是第三项, where nothing stands under the first: whatever is written is meant.
        if (movable.Count == 0 && other.From is not null)
            movable = form.Movable(null, target);
        if (movable.Count == 0)
            return form.PartOf(target.Ordinal) is null ? null : new(null, talk);
        if (movable.Count > 1)
            return new(new(ReportNotes.MoveWhich([.. movable.SelectMany(part => part.Ordinals)], target.Ordinal, turn.Language)), talk);
        var source = movable[0];
        await filing.DropAsync(
            form with { Parts = [source], Tasks = [.. form.Tasks.Select(task => source.Ordinals.Contains(task.Ordinal) ? task.WithoutOwn(source) : task)] }, turn.Asker, cancellationToken);
        var moved = await writing.GoOnAsync(turn, talk with { Form = form.Without(source) }, form.Move(source, target), cancellationToken);
        return moved with { Say = ReportStep.Joined(new(ReportNotes.Moved(source.Ordinals, target.Ordinal, turn.Language)), moved.Say) };
    }
}
