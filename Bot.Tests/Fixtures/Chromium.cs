using Microsoft.Playwright;

namespace PlanBot.Tests.Fixtures;

/// <summary>The Chromium of this machine, without a window, which asks nobody for anything by itself.</summary>
internal static class Chromium
{
    private static readonly string[] Quiet =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Requirements.Chromium, Args = [.. Quiet, .. more] });
}
