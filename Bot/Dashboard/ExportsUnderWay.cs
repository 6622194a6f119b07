using System.Collections.Concurrent;
using PlanBot.Exporting;

namespace PlanBot.Dashboard;

/// <summary>How far the files are that people of this node wait for; each is forgotten when it is written.</summary>
public sealed class ExportsUnderWay
{
    private readonly ConcurrentDictionary<(Guid Person, Guid Id), ExportStand> stands = new();

    /// <returns>Null when nothing of that name is being written for this person.</returns>
    public ExportStand? Of(Guid person, Guid id) => stands.TryGetValue((person, id), out var stand) ? stand : null;

    /// <param name="id">What the page calls it.</param>
    public Writing Begin(Guid person, Guid id) => new(this, (person, id));

    /// <summary>A file that is being written; at its end it is forgotten.</summary>
    public sealed class Writing : IProgress<ExportStand>, IDisposable
    {
        private readonly ExportsUnderWay all;
        private readonly (Guid Person, Guid Id) key;

        internal Writing(ExportsUnderWay all, (Guid Person, Guid Id) key)
        {
            (this.all, this.key) = (all, key);
            Report(default);
        }

        public void Report(ExportStand value) => all.stands[key] = value;

        public void Dispose() => all.stands.TryRemove(key, out _);
    }
}
