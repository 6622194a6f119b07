using Xunit.Abstractions;
using Xunit.Sdk;

namespace PlanBot.Tests.Fixtures;

/// <summary>A test of an abstract class that runs on both databases; where PostgreSQL is missing, the classes named ...OnPostgres show it as skipped.</summary>
[XunitTestCaseDiscoverer("PlanBot.Tests.Fixtures.DatabaseFactDiscoverer", "Bot.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>As <see cref="DatabaseFactAttribute"/>, for a table.</summary>
[XunitTestCaseDiscoverer("PlanBot.Tests.Fixtures.DatabaseTheoryDiscoverer", "Bot.Tests")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;

public sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    private readonly IMessageSink diagnostics = diagnostics;

    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingDatabase.Of(testMethod) is { } reason
            ? MissingDatabase.Skipped(reason, diagnostics, discoveryOptions, testMethod)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

public sealed class DatabaseTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    private readonly IMessageSink diagnostics = diagnostics;

    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        MissingDatabase.Of(testMethod) is { } reason
            ? [MissingDatabase.Skipped(reason, diagnostics, discoveryOptions, testMethod)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

internal static class MissingDatabase
{
    /// <summary>Null where the test can run.</summary>
    public static string? Of(ITestMethod test) =>
        test.TestClass.Class.Name.EndsWith("OnPostgres", StringComparison.Ordinal) ? Requirements.SkipUnlessRequired(PostgresServer.WhyNone) : null;

    public static IXunitTestCase Skipped(string reason, IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod test) =>
        new XunitSkippedDataRowTestCase(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), test, reason);
}
