using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>How a plan's tasks stand to those of the plan above.</summary>
/// <param name="Linked">Confirmed before, in the order of the tasks.</param>
/// <param name="Proposed">For tasks without a link, in their order.</param>
/// <param name="Alone">Tasks that nothing above is like.</param>
public sealed record CascadeView(
    Plan Child, Plan Parent, IReadOnlyList<(PlanTask Child, PlanTask Parent)> Linked, IReadOnlyList<LinkProposal> Proposed, IReadOnlyList<PlanTask> Alone);

/// <summary>Links the tasks of a plan to those of the plan above: proposed by their words, confirmed by a person.</summary>
public sealed class LinkTasks(IDatabase database, IPlanRepository plans, ITaskLinkRepository links, IAuditRepository audit, TimeProvider clock)
{
    /// <returns>Null when the plan has none above it.</returns>
    public async Task<CascadeView?> ViewAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(planId, cancellationToken) is not { ParentId: { } parentId } child || await plans.FindAsync(parentId, cancellationToken) is not { } parent)
            return null;
        var (tasks, above) = (await plans.TasksAsync(planId, cancellationToken), await plans.TasksAsync(parentId, cancellationToken));
        var linked = (await links.OfChildAsync(planId, cancellationToken)).Where(link => above.Any(task => task.Id == link.ParentTaskId))
            .Select(link => (Child: tasks.First(task => task.Id == link.ChildTaskId), Parent: above.First(task => task.Id == link.ParentTaskId))).ToList();
        var open = tasks.Where(task => linked.All(link => link.Child.Id != task.Id)).ToList();
        var proposed = TaskLinking.Propose(open, above);
        return new(child, parent, linked, proposed, [.. open.Where(task => proposed.All(proposal => proposal.Child.Id != task.Id))]);
    }

    /// <summary>Keeps what a person has confirmed, all of it or nothing.</summary>
    public Task ConfirmAsync(IReadOnlyCollection<(PlanTask Child, PlanTask Parent)> confirmed, Guid? by, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            foreach (var (child, parent) in confirmed)
            {
                await links.KeepAsync(new TaskLink { ChildTaskId = child.Id, ParentTaskId = parent.Id, ConfirmedBy = by, ConfirmedAt = now }, token);
                await RecordAsync("link-task", child, parent, by, channel, now, token);
            }
        },
        cancellationToken);

    public Task RemoveAsync(PlanTask child, PlanTask parent, Guid? by, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            if (await links.RemoveAsync(child.Id, token))
                await RecordAsync("unlink-task", child, parent, by, channel, clock.GetUtcNow(), token);
        },
        cancellationToken);

    private Task RecordAsync(string action, PlanTask child, PlanTask parent, Guid? by, string channel, DateTimeOffset now, CancellationToken cancellationToken) => audit.AddAsync(
        new AuditRecord
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = by, Channel = channel, Action = action, Subject = "task", SubjectId = child.Id,
            After = JsonSerializer.Serialize(new { parent = parent.Id }),
        },
        cancellationToken);
}
