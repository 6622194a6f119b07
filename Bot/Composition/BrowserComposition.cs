using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanBot.Channels;
using PlanBot.Channels.Browser;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The browser channel: Direct Line, the chat page and the way in.</summary>
internal static class BrowserComposition
{
    public static IServiceCollection AddBrowser(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<BrowserOptions>(configuration, "Channels:Browser");
        services.AddOptions<DemoOptions>()
            .Configure<IHostEnvironment>((demo, environment) => demo.Enabled = environment.IsDevelopment())
            .Bind(configuration.GetSection("Demo"));

        services.TryAddSingleton(provider => AddressOf(provider.GetRequiredService<IOptions<BrowserOptions>>().Value.PublicUrl, configuration["Urls"]));
        services.TryAddSingleton<OneTurnAtATime>();
        services.TryAddSingleton<ChatNews>();
        services.TryAddSingleton<ChatLog>();
        services.TryAddSingleton<SeenInBrowser>();
        services.TryAddSingleton<FloodGate>();
        services.TryAddSingleton<Conversations>();
        services.TryAddSingleton<BrowserTokens>();
        services.TryAddSingleton<FileOffers>();
        services.TryAddSingleton<BrowserAdapter>();
        services.TryAddSingleton<DirectLineAccess>();
        services.TryAddSingleton<UploadReader>();
        services.TryAddSingleton<SignInCookie>();
        services.TryAddSingleton<InviteToBrowser>();
        services.TryAddSingleton<SignInWithLink>();
        services.TryAddSingleton<AddCoordinator>();
        services.AddSingleton<IOutbound, BrowserOutbound>();
        services.AddHostedService<OtherNodesNews>();

        services.AddDataProtection().SetApplicationName("PlanBot");
        services.TryAddSingleton<IXmlRepository, ProtectionKeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, store) => keys.XmlRepository = store);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        return services;
    }

    public static void MapBrowser(this WebApplication app)
    {
        // Compressed are only files that are the same for everybody: an answer that mixes a secret with a stranger's words must not be.
        app.UseWhen(http => IsFile(http.Request.Path), files => files.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                PageFile.Protect(file.Context);
                file.Context.Response.Headers.CacheControl = "no-cache"; // kept, but asked about: a new version shows at once
            },
        });
        app.UseWebSockets();
        DirectLineEndpoints.Map(app);
        ChatPage.Map(app);
        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            DemoIdentities.Map(app);
    }

    /// <summary>The address that was set, else the first one listened on; "any address" is localhost to whoever reads the link.</summary>
    private static PublicAddress AddressOf(string? publicUrl, string? urls)
    {
        if (!string.IsNullOrEmpty(publicUrl))
            return new PublicAddress(publicUrl.TrimEnd('/'));
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "http://localhost:3978";
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(first);
        }
        catch (FormatException exception)
        {
            throw new SettingException($"Urls 写的是“{first}”，应为 http://localhost:3978 这样的地址。 Urls is \"{first}\"; write an address such as http://localhost:3978.", exception);
        }
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return new PublicAddress($"{binding.Scheme}://{host}:{binding.Port}");
    }

    private static bool IsFile(PathString path) => path.StartsWithSegments("/lib") || path.Value?.EndsWith(".css", StringComparison.Ordinal) == true
        || path.Value?.EndsWith(".js", StringComparison.Ordinal) == true;
}
