using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Importing;

namespace PlanBot.UseCases;

/// <summary>Fills an empty database for the demo: one notice, a contact for each of its units, a coordinator and a leader, all at the browser.</summary>
public sealed class FillDemo(
    IDatabase database, IPlanRepository plans, IUnitRepository units, IPersonRepository people, ImportNotice importNotice, TimeProvider clock)
{
    /// <summary>channelId of the browser.</summary>
    private const string Browser = "directline";

    /// <returns>False when there is a plan already; nothing is changed then.</returns>
    public Task<bool> RunAsync(Notice notice, string sourceName, string sourceHash, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync(ImportNotice.Turn, token);
            if (await plans.AllAsync(token) is not [])
                return false;
            var imported = await importNotice.RunAsync(new NoticeImport(notice, sourceName, sourceHash, null, null, "command"), token);
            var number = 0;
            foreach (var unit in await units.OfPlanAsync(imported.Plan.Id, token))
                await AddAsync(string.Create(CultureInfo.InvariantCulture, $"unit-{++number}"), unit.Name + "联络员", null, unit.Id, token);
            await AddAsync("coordinator", "牵头部门管理员", PersonRole.Coordinator, null, token);
            await AddAsync("leader", "分管领导", PersonRole.Leader, null, token);
            return true;
        },
        cancellationToken);

    private async Task AddAsync(string userId, string name, PersonRole? role, Guid? unitId, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var person = new Person
        {
            Id = id, Name = name, Roles = role is { } given ? [given] : [],
            Contacts = unitId is { } unit ? [new Contact(id, unit, ContactKind.Primary)] : [],
        };
        await people.AddAsync(person, cancellationToken);
        await people.BindAsync(new ChannelIdentity { Channel = Browser, UserId = userId, PersonId = id }, cancellationToken);
    }
}
