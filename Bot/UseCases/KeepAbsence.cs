using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="PersonId">Who is away.</param>
/// <param name="Until">Last day away; null until they say that they are back.</param>
/// <param name="DeputyId">Null where the unit's backup stands in.</param>
public sealed record AbsenceOrder(Guid Id, Guid PersonId, Guid UnitId, DateOnly From, DateOnly? Until, Guid? DeputyId);

/// <summary>休假、出差，由……代: for these days the deputy, or the backup, gets what the contact would get. Both report for the unit anyway.</summary>
public sealed class KeepAbsence(IDatabase database, IPersonRepository people, AbsenceRepository absences, IAuditRepository audit, WriteLetter letters, IReminderSignal signal, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Absences of the person that are not over today.</summary>
    public Task<IReadOnlyList<Absence>> OfAsync(Guid personId, CancellationToken cancellationToken) => absences.OfAsync([personId], ContactDay.Of(clock.GetUtcNow()), cancellationToken);

    /// <param name="plan">A plan of the unit, and its period in question: the letters belong to it.</param>
    /// <returns>False when nothing was kept: the person may not, somebody else was faster, or nobody would stand in.</returns>
    public async Task<bool> RunAsync(AbsenceOrder order, (Guid Id, ReportingPeriod Period) plan, Guid by, string channel, CancellationToken cancellationToken)
    {
        var isKept = await database.InTransactionAsync(
            async token =>
            {
                await database.OneAtATimeAsync("absence", token);
                var inUnit = (await people.ContactsOfAsync([order.UnitId], token)).Where(contact => contact.Kind is ContactKind.Primary or ContactKind.Backup && contact.PersonId != order.PersonId).ToList();
                if (!await MayAsync(order.PersonId, by, token) || inUnit.Count == 0 || (order.DeputyId is { } deputy && !inUnit.Exists(contact => contact.PersonId == deputy))
                    || (await OfAsync(order.PersonId, token)).Any(other => !(other.Until < order.From) && !(order.Until < other.From)))
                    return false;
                var now = clock.GetUtcNow();
                await absences.AddAsync(new() { Id = order.Id, PersonId = order.PersonId, From = order.From, Until = order.Until, DeputyId = order.DeputyId, MadeBy = by, MadeAt = now }, token);
                await RecordAsync("keep-absence", order.PersonId, order, by, channel, now, token);
                await TellAsync(order, plan, by, isEnded: false, token);
                return true;
            },
            cancellationToken);
        if (isKept)
            await signal.SendSoonAsync(cancellationToken);
        return isKept;
    }

    /// <summary>回来了: what is kept of the person's absences ends, or is dropped if it has not begun.</summary>
    /// <param name="absenceId">Only this one; null for all.</param>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAsync(Guid personId, Guid? absenceId, Guid unitId, (Guid Id, ReportingPeriod Period) plan, Guid by, string channel, CancellationToken cancellationToken)
    {
        var ended = await database.InTransactionAsync(
            async token =>
            {
                if (!await MayAsync(personId, by, token))
                    return 0;
                var (count, now) = (0, clock.GetUtcNow());
                foreach (var absence in (await OfAsync(personId, token)).Where(absence => absenceId is null || absence.Id == absenceId))
                {
                    if (!await absences.EndAsync(absence.Id, now, token))
                        continue;
                    var order = new AbsenceOrder(absence.Id, personId, unitId, absence.From, absence.Until, absence.DeputyId);
                    await RecordAsync("end-absence", personId, order, by, channel, now, token);
                    await TellAsync(order, plan, by, isEnded: true, token);
                    count++;
                }
                return count;
            },
            cancellationToken);
        if (ended > 0)
            await signal.SendSoonAsync(cancellationToken);
        return ended;
    }

    /// <summary>One's own, or anybody's for a coordinator.</summary>
    private async Task<bool> MayAsync(Guid personId, Guid by, CancellationToken cancellationToken) => personId == by || Permissions.Allows(await people.FindAsync(by, cancellationToken), Ability.ChangeContact);

    private async Task TellAsync(AbsenceOrder order, (Guid Id, ReportingPeriod Period) plan, Guid by, bool isEnded, CancellationToken cancellationToken)
    {
        var (person, deputy) = (await people.FindAsync(order.PersonId, cancellationToken), order.DeputyId is { } id ? await people.FindAsync(id, cancellationToken) : null);
        var body = new AbsenceLetter(person?.Name ?? "", order.From, order.Until, deputy?.Name, isEnded);
        IEnumerable<Guid> readers = [.. await letters.CoordinatorsAsync(cancellationToken), order.PersonId, .. order.DeputyId is { } one ? [one] : Array.Empty<Guid>()];
        await letters.RunAsync(body, by, readers, plan.Id, plan.Period, ReminderKind.Letter, cancellationToken);
    }

    private Task RecordAsync(string action, Guid personId, AbsenceOrder order, Guid by, string channel, DateTimeOffset now, CancellationToken cancellationToken) => audit.AddAsync(
        new()
        {
            Id = Guid.CreateVersion7(now), At = now, PersonId = by, Channel = channel, Action = action, Subject = "person", SubjectId = personId,
            After = JsonSerializer.Serialize(new { from = order.From, until = order.Until, deputy = order.DeputyId }, Json),
        },
        cancellationToken);
}
