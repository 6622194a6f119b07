using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Tests.Builders;

/// <summary>What other systems are told, on a database of a test.</summary>
public static class Systems
{
    public static TellSystems On(IDatabase database, TimeProvider clock) => new(database, new WebhookRepository(database), new ApiQuery(database), clock, clock);
}
