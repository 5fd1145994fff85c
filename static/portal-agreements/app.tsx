export function App() {
  return (
    <main>
      <h1>Service level agreements</h1>
    </main>
  );
}
