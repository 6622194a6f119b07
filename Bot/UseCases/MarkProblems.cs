using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Before">Null when it had no mark.</param>
public sealed record MarkedProblem(Guid ObligationId, ProblemMark? Before, ProblemMark After);

/// <summary>继续跟踪、销号: a coordinator decides what is to become of problems that were reported.</summary>
public sealed class MarkProblems(IDatabase database, IPersonRepository people, ProblemMarkRepository marks, IAuditRepository audit, TimeProvider clock)
{
    /// <summary>Kebab-case, as the audit names it.</summary>
    public static string ActionOf(ProblemMark mark) => mark == ProblemMark.Followed ? "follow-problem" : "close-problem";

    /// <param name="obligationIds">Of the reports that tell of the problems.</param>
    /// <returns>Those whose mark is another now; empty when nothing was changed, or the person may not.</returns>
    public Task<IReadOnlyList<MarkedProblem>> RunAsync(IReadOnlyList<Guid> obligationIds, ProblemMark mark, Guid personId, string channel, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<MarkedProblem>>(
            async token =>
            {
                if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan))
                    return [];
                var (now, known) = (clock.GetUtcNow(), await marks.OfAsync(obligationIds, token));
                var done = obligationIds.Select(id => new MarkedProblem(id, known.TryGetValue(id, out var before) ? before : null, mark)).Where(one => one.Before != mark).ToList();
                foreach (var one in done)
                {
                    await marks.SetAsync(one.ObligationId, mark, personId, now, token);
                    await audit.AddAsync(Record(ActionOf(mark), one.ObligationId, one.Before, mark, personId, channel, now), token);
                }
                return done;
            },
            cancellationToken);

    /// <summary>Puts the marks back as they were.</summary>
    /// <returns>False when one of them has changed since; nothing is changed then.</returns>
    public Task<bool> UndoAsync(IReadOnlyList<MarkedProblem> done, Guid personId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            var known = await marks.OfAsync([.. done.Select(one => one.ObligationId)], token);
            if (!Permissions.Allows(await people.FindAsync(personId, token), Ability.RunPlan) || done.Any(one => !known.TryGetValue(one.ObligationId, out var mark) || mark != one.After))
                return false;
            var now = clock.GetUtcNow();
            foreach (var one in done)
            {
                if (one.Before is { } before)
                    await marks.SetAsync(one.ObligationId, before, personId, now, token);
                else
                    await marks.RemoveAsync(one.ObligationId, token);
                await audit.AddAsync(Record($"undo-{ActionOf(one.After)}", one.ObligationId, one.After, one.Before, personId, channel, now), token);
            }
            return true;
        },
        cancellationToken);

    private static AuditRecord Record(string action, Guid obligationId, ProblemMark? before, ProblemMark? after, Guid personId, string channel, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = action, Subject = "obligation", SubjectId = obligationId,
        Before = before is { } earlier ? JsonSerializer.Serialize(new { mark = earlier.ToString() }) : null, After = after is { } later ? JsonSerializer.Serialize(new { mark = later.ToString() }) : null,
    };
}
