import './schemas';
import '@mantine/core/styles.css';
import { ConsoleApp } from './app';
import { showPage } from './theme';

showPage(<ConsoleApp />);
