using System.ComponentModel.DataAnnotations;

namespace PlanBot.Dashboard;

/// <summary>Section "Dashboard".</summary>
public sealed class DashboardOptions
{
    /// <summary>Hours after which a browser has to sign in again, whether it was used or not.</summary>
    [Range(1, 24)] public int SessionHours { get; set; } = 10;

    /// <summary>Bytes of a notice that is uploaded; as much as the chat page takes.</summary>
    [Range(1, 64 * 1024 * 1024)] public int UploadLimit { get; set; } = 4 * 1024 * 1024;
}
