using System.Text.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

public enum EvidenceAdded
{
    Added = 1,

    /// <summary>Not this person's report, or one that can change no more.</summary>
    NotYours = 2,

    TooMany = 3,
}

/// <summary>Puts kept files to reports: to the version that is filed, or to the one in the making.</summary>
public sealed class AddEvidence(
    IDatabase database, IPersonRepository people, IObligationRepository obligations, IEvidenceRepository evidence, IAuditRepository audit, EvidenceStore store,
    IOptions<EvidenceOptions> options, TimeProvider clock)
{
    /// <summary>All files to all of the reports, or none to any.</summary>
    public async Task<EvidenceAdded> RunAsync(
        IReadOnlyList<Guid> obligationIds, IReadOnlyList<StoredFile> files, Guid personId, string channel, CancellationToken cancellationToken)
    {
        try
        {
            await database.InTransactionAsync(
                async token =>
                {
                    foreach (var id in obligationIds)
                        await AddAsync(id, files, personId, channel, token);
                },
                cancellationToken);
            return EvidenceAdded.Added;
        }
        catch (RefusedException refused) // thrown, not returned, so that the transaction takes back the reports before it
        {
            return refused.Reason;
        }
    }

    /// <summary>The file is not to go anywhere after all; what other reports hold stays.</summary>
    public async Task ForgetAsync(IEnumerable<StoredFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (!await evidence.RefersToAsync(file.Sha256, cancellationToken))
                store.Forget(file.Sha256);
        }
    }

    private async Task AddAsync(Guid obligationId, IReadOnlyList<StoredFile> files, Guid personId, string channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = await people.FindAsync(personId, cancellationToken);
        if (await obligations.FindWithPeriodAsync(obligationId, cancellationToken) is not ({ } obligation, { } period) || !Permissions.Allows(person, Ability.Report, obligation.UnitId)
            || ObligationStates.SaveDraft(obligation, period.ClosedAt <= now) is not StateChange.Allowed)
            throw new RefusedException(EvidenceAdded.NotYours);
        var there = await evidence.OfAsync([obligationId], cancellationToken);
        // The same file twice is there once.
        var fresh = files.Where(file => !there.Any(other => other.Sha256 == file.Sha256)).ToList();
        if (there.Count + fresh.Count > options.Value.MostFiles)
            throw new RefusedException(EvidenceAdded.TooMany);
        foreach (var file in fresh)
        {
            var added = new Evidence
            {
                Id = Guid.CreateVersion7(now), ObligationId = obligationId, Version = obligation.IsOpen ? 0 : obligation.Version, AuthorId = personId, Name = file.Name,
                ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256, AddedAt = now,
            };
            await evidence.AddAsync(added, cancellationToken);
            await audit.AddAsync(
                new()
                {
                    Id = Guid.CreateVersion7(now), At = now, PersonId = personId, Channel = channel, Action = "add-evidence", Subject = "obligation", SubjectId = obligationId,
                    After = JsonSerializer.Serialize(new { evidence = added.Id, added.Name, added.Size, added.Sha256, added.Version }),
                },
                cancellationToken);
        }
    }

    private sealed class RefusedException(EvidenceAdded reason) : Exception
    {
        public EvidenceAdded Reason => reason;
    }
}
