namespace PlanBot.Data.Repositories;

/// <summary>Data protection keys (XML). Synchronous because ASP.NET's key store is.</summary>
public interface IProtectionKeyRepository
{
    IReadOnlyList<string> All();

    void Add(string name, string xml);
}
