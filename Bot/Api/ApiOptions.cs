using System.ComponentModel.DataAnnotations;

namespace PlanBot.Api;

/// <summary>Section "Api": the interface for other systems.</summary>
public sealed class ApiOptions
{
    /// <summary>Off: there is nothing under its address.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Requests of one token in any minute, on all nodes together.</summary>
    [Range(1, 100_000)] public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Bytes of a request's body.</summary>
    [Range(1024, 16 * 1024 * 1024)] public int LargestBody { get; init; } = 1024 * 1024;
}
