using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>The ladder of each plan: its own where a coordinator has changed it, else that of the settings. Working hours are everybody's.</summary>
public sealed class PlanLadders(LadderRepository repository, IOptions<ReminderOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public ReminderOptions Defaults => options.Value;

    /// <summary>All plans', as they stand now.</summary>
    public async Task<LadderSet> ReadAsync(CancellationToken cancellationToken)
    {
        var own = await repository.AllAsync(cancellationToken);
        return new(Defaults, own.ToDictionary(ladder => ladder.PlanId, ladder => new Lazy<ReminderOptions>(() => Read(ladder))), (await repository.OrdersAsync(cancellationToken)).ToLookup(order => order.PlanId));
    }

    public async Task<ReminderOptions> OfAsync(Guid planId, CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Of(planId);

    /// <summary>What the plan's ladder is, put together from the row and the settings.</summary>
    public ReminderOptions Read(PlanLadder ladder) => Defaults with
    {
        Steps = ladder.Steps is { } steps ? JsonSerializer.Deserialize<IReadOnlyList<ReminderStepOptions>>(steps, Json)! : Defaults.Steps,
        ConfirmsEscalation = ladder.ConfirmsEscalation ?? Defaults.ConfirmsEscalation,
    };

    internal static string Write(IReadOnlyList<ReminderStepOptions> steps) => JsonSerializer.Serialize(steps, Json);
}

/// <summary>Ladders and orders as they stood at one look; each ladder is read when it is asked for, so that one that cannot be read troubles its own plan alone.</summary>
public sealed class LadderSet(ReminderOptions defaults, IReadOnlyDictionary<Guid, Lazy<ReminderOptions>> own, ILookup<Guid, StepOrder> orders)
{
    public ReminderOptions Of(Guid planId) => own.GetValueOrDefault(planId)?.Value ?? defaults;

    public StepOrders OrdersOf(Guid planId) => new(orders[planId], Of(planId).ConfirmsEscalation);

    /// <summary>Whether the plan has steps or rules of its own.</summary>
    public bool IsOwn(Guid planId) => own.ContainsKey(planId);
}
