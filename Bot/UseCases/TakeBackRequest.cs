using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Whoever asked for something takes the request back before it is decided; the coordinators are told.</summary>
public sealed class TakeBackRequest(
    IDatabase database, IRequestRepository requests, IPersonRepository people, IPlanRepository plans, IAuditRepository audit, WriteLetter letters, IReminderSignal signal, TimeProvider clock)
{
    /// <returns>False when it is not this person's, or was settled meanwhile; then nothing has changed.</returns>
    public async Task<bool> RunAsync(int number, Guid personId, string channel, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(number, cancellationToken) is not { } request || request.PersonId != personId || await people.FindAsync(personId, cancellationToken) is not { } person)
            return false;
        var isDone = await database.InTransactionAsync(
            async token =>
            {
                var now = clock.GetUtcNow();
                if (!await requests.SettleAsync(number, RequestState.Withdrawn, null, now, token))
                    return false;
                var record = new AuditRecord
                {
                    Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "take-back-request", Subject = "request", SubjectId = request.Id,
                    Before = JsonSerializer.Serialize(new { state = RequestState.Open.ToString() }), After = JsonSerializer.Serialize(new { state = RequestState.Withdrawn.ToString() }),
                };
                await audit.AddAsync(record, token);
                // The outbox keeps its rows by plan and period; what is about neither stands with the first.
                if ((request.PlanId is { } named ? await plans.FindAsync(named, token) : (await plans.AllAsync(token)) is [var first, ..] ? first : null) is { } plan)
                    await letters.RunAsync(
                        new TakenBackLetter(number, request.Kind, person.Name), personId, await letters.CoordinatorsAsync(token), plan.Id, plan.Reporting.FirstPeriod, ReminderKind.Letter, token);
                return true;
            },
            cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
        return isDone;
    }
}
