namespace PlanBot.Data.Sql;

/// <summary>Which database holds the ledger.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> or <c>postgres</c> (Database:Provider).</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>In the provider's own form (ConnectionStrings:PlanBot). A relative SQLite path counts from the current folder.</summary>
    public string ConnectionString { get; set; } = "Data Source=var/planbot.db";
}
