using System.Runtime.ExceptionServices;
using Xunit.Sdk;

namespace TalentHub.Browser.Tests;

/// <summary>
/// What a class of tests shares that needs a browser. A skip that is thrown while a fixture is made would count as a failure of each test: it is kept, and thrown where a test begins.
/// </summary>
public abstract class BrowserFixture : IAsyncLifetime
{
    private ExceptionDispatchInfo? skip;

    public async ValueTask InitializeAsync()
    {
        try
        {
            await SetUpAsync();
        }
        catch (SkipException reason)
        {
            skip = ExceptionDispatchInfo.Capture(reason);
        }
    }

    /// <summary>Asked first by every test class, in its constructor.</summary>
    /// <exception cref="SkipException">There is no browser here.</exception>
    public void Ready() => skip?.Throw();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task SetUpAsync();
}
