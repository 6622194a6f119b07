using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Puts a letter into the outbox, one row for each reader. Belongs into the transaction of what it tells; <see cref="IReminderSignal"/> afterwards has it leave at once.</summary>
public sealed class WriteLetter(ILetterRepository letters, IReminderRepository outbox, IPersonRepository people, AbsenceRepository absences, TimeProvider clock)
{
    /// <param name="authorId">Never written to; null when PlanBot itself writes.</param>
    /// <param name="period">The period that it is about, or the one in question.</param>
    /// <returns>The letter's id, by which it can be recalled; null when there is nobody to read it.</returns>
    public async Task<Guid?> RunAsync(
        LetterBody body, Guid? authorId, IEnumerable<Guid> readers, Guid planId, ReportingPeriod period, ReminderKind kind, CancellationToken cancellationToken)
    {
        var to = readers.Distinct().Where(reader => reader != authorId).ToList();
        if (to.Count == 0)
            return null;
        var now = clock.GetUtcNow();
        var letter = new Letter(Guid.CreateVersion7(now), authorId, body.Write(), now);
        await letters.AddAsync(letter, cancellationToken);
        // (person, plan, period, step, round) is unique: a letter reaches nobody twice.
        await outbox.QueueAsync(
            to.ConvertAll(reader => new Reminder
            {
                Id = Guid.CreateVersion7(now), MessageId = Guid.CreateVersion7(now), PersonId = reader, PlanId = planId, Period = period, Step = $"letter:{letter.Id:N}", Round = 0,
                Kind = kind, LetterId = letter.Id, DueAt = now, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = now,
            }),
            cancellationToken);
        return letter.Id;
    }

    /// <summary>Those who report for the unit: its contacts, or its backups where it has no contact; the deputy in place of one who is away.</summary>
    public async Task<IReadOnlyList<Guid>> ContactsOfAsync(Guid unitId, CancellationToken cancellationToken)
    {
        var contacts = await people.ContactsOfAsync([unitId], cancellationToken);
        var kind = contacts.Any(contact => contact.Kind == ContactKind.Primary) ? ContactKind.Primary : ContactKind.Backup;
        var away = (await absences.AwayAsync(ContactDay.Of(clock.GetUtcNow()), cancellationToken)).Where(one => one.UnitId == unitId).ToDictionary(one => one.PersonId, one => one.DeputyId);
        var there = contacts.Where(contact => contact.Kind == kind).Select(contact => away.TryGetValue(contact.PersonId, out var deputy) ? deputy : contact.PersonId).OfType<Guid>().Distinct().ToList();
        // Whoever is away without a deputy is stood in for by the backups, and reads the letter later where there are none.
        return there.Count > 0 ? there : contacts.Any(contact => contact.Kind == ContactKind.Backup)
            ? [.. contacts.Where(contact => contact.Kind == ContactKind.Backup).Select(contact => contact.PersonId)] : [.. contacts.Where(contact => contact.Kind == kind).Select(contact => contact.PersonId)];
    }

    public async Task<IReadOnlyList<Guid>> CoordinatorsAsync(CancellationToken cancellationToken) =>
        [.. (await people.InRoleAsync(PersonRole.Coordinator, cancellationToken)).Select(person => person.Id)];
}
