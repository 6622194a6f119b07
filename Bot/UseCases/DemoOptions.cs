namespace PlanBot.UseCases;

/// <summary>Section "Demo": a filled database, a clock that can be moved, and identities for anyone to pick.</summary>
public sealed class DemoOptions
{
    /// <summary>On in the Development environment only, unless the setting says otherwise.</summary>
    public bool Enabled { get; set; }

    /// <summary>The notice file that an empty database is filled from; the shipped sample when empty.</summary>
    public string? Notice { get; set; }
}
