using System.Data.Common;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class AuditRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private AuditRepository Audit => new(Database);

    [DatabaseFact]
    public async Task The_trail_of_a_thing_is_read_oldest_first()
    {
        var submitted = NewRecord() with { PersonId = Ledger.People[0].Id, Channel = Ledgers.Browser, After = """{"version":1}""" };
        var opened = NewRecord() with { At = submitted.At.AddDays(-1), Action = "open-period" };
        var elsewhere = NewRecord() with { SubjectId = Ledger.Obligations[1].Id };
        foreach (var record in new[] { submitted, opened, elsewhere })
            await Audit.AddAsync(record, None);

        Assert.Equal([opened, submitted], await Audit.OfAsync(Ledger.Obligations[0].Id, None));
    }

    [DatabaseFact]
    public async Task Who_acted_is_somebody_we_know_or_PlanBot_itself() =>
        await Assert.ThrowsAnyAsync<DbException>(() => Audit.AddAsync(NewRecord() with { PersonId = Guid.CreateVersion7() }, None));

    private AuditRecord NewRecord() => new()
    {
        Id = Guid.CreateVersion7(),
        At = Ledgers.At("2020-03-31 10:00"),
        Channel = "job",
        Action = "submit-report",
        Subject = "obligation",
        SubjectId = Ledger.Obligations[0].Id,
    };
}
